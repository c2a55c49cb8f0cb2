package parley.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Rooms in DynamoDB.
 *
 * @param table of the rooms
 * @param members the table of memberships: a room is made together with its first ones
 */
record DynamoRooms(DynamoDbClient dynamo, String table, String members) implements Rooms {

  /** The index of public rooms by their names. */
  static final String PUBLIC = "Public";

  @Override
  public Optional<Room> find(String room) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(RoomItem.key(room)).consistentRead(true))
            .item();
    return Optional.of(item).filter(found -> !found.isEmpty()).map(RoomItem::room);
  }

  @Override
  public List<Room> find(List<String> rooms) {
    return Batches.get(dynamo, table, rooms.stream().map(RoomItem::key).toList()).stream()
        .map(RoomItem::room)
        .toList();
  }

  @Override
  public boolean open(Room room, List<Membership> first) {
    var rows = first.stream().map(MembershipItem::of).map(item -> absent(members, item));
    return Transactions.write(
        dynamo, Stream.concat(Stream.of(absent(table, RoomItem.of(room))), rows).toList());
  }

  @Override
  public Room change(Room room, Optional<String> name, Optional<String> topic) {
    var attributes = new HashMap<String, AttributeValue>();
    topic.ifPresent(text -> attributes.put("topic", AttributeValue.fromS(text)));
    name.ifPresent(text -> attributes.putAll(named(room, text)));
    var update =
        new Assignments(attributes, List.of("room"), Map.of())
            .update(table, RoomItem.key(room.room()), "attribute_exists(#room)");
    var request = Assignments.request(update).returnValues(ReturnValue.ALL_NEW).build();
    return RoomItem.room(dynamo.updateItem(request).attributes());
  }

  @Override
  public Page<Room> listed(String next, int limit) {
    var answer =
        dynamo.query(
            query -> {
              query
                  .tableName(table)
                  .indexName(PUBLIC)
                  .keyConditionExpression("listing = :public")
                  .expressionAttributeValues(Map.of(":public", AttributeValue.fromS("public")))
                  .limit(limit);
              if (!next.isEmpty()) {
                query.exclusiveStartKey(start(next));
              }
            });
    return new Page<>(
        answer.items().stream().map(RoomItem::room).toList(),
        answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get("entry").s() : "");
  }

  private static Map<String, AttributeValue> named(Room room, String name) {
    var attributes = new HashMap<>(Map.of("name", AttributeValue.fromS(name)));
    if (room.open()) {
      attributes.put("entry", AttributeValue.fromS(Listing.entry(room.room(), name)));
    }
    return attributes;
  }

  private static Map<String, AttributeValue> start(String entry) {
    var key = new HashMap<>(RoomItem.place(entry));
    key.putAll(RoomItem.key(Listing.room(entry)));
    return key;
  }

  private static TransactWriteItem absent(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#room)")
                    .expressionAttributeNames(Map.of("#room", "room")))
        .build();
  }
}
