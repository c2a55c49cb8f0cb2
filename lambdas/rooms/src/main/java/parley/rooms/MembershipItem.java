package parley.rooms;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A membership as an item of its table; the attributes are in the package's description. */
final class MembershipItem {

  private MembershipItem() {}

  static Map<String, AttributeValue> key(String room, String user) {
    return Map.of("room", AttributeValue.fromS(room), "user", AttributeValue.fromS(user));
  }

  /** All that a change of membership writes: not the read mark. */
  static Map<String, AttributeValue> changed(Membership membership) {
    var change = membership.change();
    return Map.of(
        "role", AttributeValue.fromS(membership.role().text()),
        "state", AttributeValue.fromS(membership.active() ? "active" : "removed"),
        "changeId", AttributeValue.fromS(change.id()),
        "change", AttributeValue.fromS(change.kind().text()),
        "changedBy", AttributeValue.fromS(change.by()),
        "untold", AttributeValue.fromBool(change.untold()));
  }

  static Map<String, AttributeValue> of(Membership membership) {
    var item = new HashMap<>(key(membership.room(), membership.user()));
    item.putAll(changed(membership));
    item.putAll(read(membership.read()));
    return item;
  }

  static Map<String, AttributeValue> read(Mark mark) {
    return Map.of(
        "readSeq", RoomItem.number(mark.seq()), "readMessages", RoomItem.number(mark.messages()));
  }

  static Membership membership(Map<String, AttributeValue> item) {
    return new Membership(
        item.get("room").s(),
        item.get("user").s(),
        Role.of(item.get("role").s()),
        new Mark(number(item, "readSeq"), number(item, "readMessages")),
        new Change(
            item.get("changeId").s(),
            Change.Kind.of(item.get("change").s()),
            item.get("changedBy").s(),
            item.get("untold").bool()));
  }

  private static long number(Map<String, AttributeValue> item, String attribute) {
    return Long.parseLong(item.get(attribute).n());
  }
}
