package parley.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Memberships in DynamoDB.
 *
 * @param table of the memberships
 * @param rooms the table of rooms, which counts their owners
 */
record DynamoMembers(DynamoDbClient dynamo, String table, String rooms) implements Members {

  private static final AttributeValue ACTIVE = AttributeValue.fromS("active");

  @Override
  public Optional<Membership> find(String room, String user) {
    var key = MembershipItem.key(room, user);
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return Optional.of(item).filter(found -> !found.isEmpty()).map(MembershipItem::membership);
  }

  @Override
  public List<Membership> find(String user, List<String> rooms) {
    var keys = rooms.stream().map(room -> MembershipItem.key(room, user)).toList();
    return Batches.get(dynamo, table, keys).stream().map(MembershipItem::membership).toList();
  }

  @Override
  public List<Membership> of(String room, int limit) {
    return new ActiveMembers(dynamo, table).ofRoom(room, limit);
  }

  @Override
  public Page<Membership> roomsOf(String user, String next, int limit) {
    return new ActiveMembers(dynamo, table).ofUser(user, next, limit);
  }

  @Override
  public boolean change(Room room, Optional<Membership> before, Membership after) {
    var owners = room.owners() + owner(after) - before.map(DynamoMembers::owner).orElse(0);
    return owners == room.owners()
        ? write(membership(before, after))
        : Transactions.write(
            dynamo, List.of(item(membership(before, after)), item(owners(room, owners))));
  }

  @Override
  public void told(Membership membership) {
    var told = Map.of("untold", AttributeValue.fromBool(false));
    var change = Map.of(":before", AttributeValue.fromS(membership.change().id()));
    var set = new Assignments(told, List.of("changeId"), change);
    var key = MembershipItem.key(membership.room(), membership.user());
    var _ = write(set.update(table, key, "#changeId = :before"));
  }

  @Override
  public boolean mark(String room, String user, Mark mark) {
    var set =
        new Assignments(MembershipItem.read(mark), List.of("state"), Map.of(":active", ACTIVE));
    var condition = "#state = :active AND #readSeq < :readSeq";
    try {
      var update = set.update(table, MembershipItem.key(room, user), condition);
      dynamo.updateItem(Assignments.request(update).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() && MembershipItem.membership(e.item()).active();
    }
  }

  private Update membership(Optional<Membership> before, Membership after) {
    var key = MembershipItem.key(after.room(), after.user());
    var changed = new HashMap<>(MembershipItem.changed(after));
    if (before.isEmpty()) {
      changed.putAll(MembershipItem.read(after.read()));
      return new Assignments(changed, List.of("room"), Map.of())
          .update(table, key, "attribute_not_exists(#room)");
    }
    var change = Map.of(":before", AttributeValue.fromS(before.get().change().id()));
    return new Assignments(changed, List.of("changeId"), change)
        .update(table, key, "#changeId = :before");
  }

  private Update owners(Room room, long owners) {
    var seen = Map.of(":before", RoomItem.number(room.owners()));
    return new Assignments(Map.of("owners", RoomItem.number(owners)), List.of(), seen)
        .update(rooms, RoomItem.key(room.room()), "#owners = :before");
  }

  /** False where the condition did not hold, or a transaction is about to write the same. */
  private boolean write(Update update) {
    try {
      dynamo.updateItem(Assignments.request(update).build());
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    }
  }

  private static TransactWriteItem item(Update update) {
    return TransactWriteItem.builder().update(update).build();
  }

  private static int owner(Membership membership) {
    return membership.owner() ? 1 : 0;
  }
}
