package parley.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the memberships of a room or of a user that have not ended. */
record ActiveMembers(DynamoDbClient dynamo, String table) {

  /** The index of memberships by who has them. */
  static final String BY_USER = "ByUser";

  /** So many rows at least are read at once, since some of them may have ended. */
  private static final int STEP = 100;

  /** The first members of a room, consistently. */
  List<Membership> ofRoom(String room, int limit) {
    return read("room", room, limit, query -> query.consistentRead(true)).rows();
  }

  /** A page of a user's memberships; {@code next} is the room after which it begins. */
  Page<Membership> ofUser(String user, String next, int limit) {
    return read(
        "user",
        user,
        limit,
        query -> {
          query.indexName(BY_USER);
          if (!next.isEmpty()) {
            query.exclusiveStartKey(MembershipItem.key(next, user));
          }
        });
  }

  private Page<Membership> read(
      String attribute, String value, int limit, Consumer<QueryRequest.Builder> more) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#key = :key")
            .filterExpression("#state = :active")
            .expressionAttributeNames(Map.of("#key", attribute, "#state", "state"))
            .expressionAttributeValues(
                Map.of(
                    ":key", AttributeValue.fromS(value), ":active", AttributeValue.fromS("active")))
            .limit(Math.max(limit, STEP));
    more.accept(query);
    var rows = new ArrayList<Membership>();
    for (var answer : dynamo.queryPaginator(query.build())) {
      answer.items().forEach(item -> rows.add(MembershipItem.membership(item)));
      if (rows.size() > limit) {
        break;
      }
    }
    return rows.size() > limit
        ? new Page<>(List.copyOf(rows.subList(0, limit)), rows.get(limit - 1).room())
        : new Page<>(rows, "");
  }
}
