package parley.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A room as an item of its table; the attributes are in the package's description. */
final class RoomItem {

  private RoomItem() {}

  static Map<String, AttributeValue> key(String room) {
    return Map.of("room", AttributeValue.fromS(room));
  }

  static Map<String, AttributeValue> of(Room room) {
    var item = new HashMap<>(key(room.room()));
    item.put("kind", AttributeValue.fromS(room.kind()));
    item.put("name", AttributeValue.fromS(room.name()));
    item.put("topic", AttributeValue.fromS(room.topic()));
    item.put("visibility", AttributeValue.fromS(room.visibility()));
    item.put("owners", number(room.owners()));
    if (room.direct()) {
      item.put(
          "people",
          AttributeValue.fromL(room.people().stream().map(AttributeValue::fromS).toList()));
    }
    if (room.open()) {
      item.putAll(place(Listing.entry(room.room(), room.name())));
    }
    return item;
  }

  static Room room(Map<String, AttributeValue> item) {
    return new Room(
        item.get("room").s(),
        item.get("name").s(),
        item.get("topic").s(),
        item.get("visibility").s().equals("public"),
        Long.parseLong(item.get("owners").n()),
        item.containsKey("people")
            ? item.get("people").l().stream().map(AttributeValue::s).toList()
            : List.of());
  }

  /**
   * Where a public room stands in the index of them; a private one has no place, so is not in it.
   */
  static Map<String, AttributeValue> place(String entry) {
    return Map.of("listing", AttributeValue.fromS("public"), "entry", AttributeValue.fromS(entry));
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
