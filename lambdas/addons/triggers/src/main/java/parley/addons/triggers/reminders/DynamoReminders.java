package parley.addons.triggers.reminders;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import parley.kernel.Priming;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table: a person's are together, and an index has all of them by their time. The index has one
 * partition, of which a second takes 1,000 writes.
 */
record DynamoReminders(DynamoDbClient dynamo, String table) implements Reminders {

  /** The index of all by their time. */
  static final String DUE = "due";

  private static final String ALL = "all";

  @Override
  public Reminder add(Reminder reminder) {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(item(reminder))
                  .conditionExpression("attribute_not_exists(#id)")
                  .expressionAttributeNames(Map.of("#id", "id"))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return reminder;
    } catch (ConditionalCheckFailedException e) {
      return reminder(e.item());
    }
  }

  @Override
  public List<Reminder> of(String user, int most) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .limit(most)
                    .keyConditionExpression("#user = :user")
                    .expressionAttributeNames(Map.of("#user", "user"))
                    .expressionAttributeValues(Map.of(":user", fromS(user))))
        .items()
        .stream()
        .map(DynamoReminders::reminder)
        .toList();
  }

  @Override
  public void remove(String user, String id) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(user, id)));
  }

  @Override
  public List<Reminder> due(Instant now, int most) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(DUE)
                    .limit(most)
                    .keyConditionExpression("#due = :all and #at <= :now")
                    .expressionAttributeNames(Map.of("#due", DUE, "#at", "at"))
                    .expressionAttributeValues(
                        Map.of(":all", fromS(ALL), ":now", fromS(now.toString()))))
        .items()
        .stream()
        .map(DynamoReminders::reminder)
        .toList();
  }

  /** Writes nothing, by a condition that fails. */
  void rehearse() {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(key(Priming.NOBODY, Priming.NOBODY))
                  .conditionExpression("attribute_exists(#id)")
                  .expressionAttributeNames(Map.of("#id", "id")));
    } catch (ConditionalCheckFailedException e) {
      // As it was meant.
    }
  }

  private static Map<String, AttributeValue> key(String user, String id) {
    return Map.of("user", fromS(user), "id", fromS(id));
  }

  /** Times of whole seconds sort as texts. */
  private static Map<String, AttributeValue> item(Reminder reminder) {
    return Map.of(
        "user", fromS(reminder.user()),
        "id", fromS(reminder.id()),
        "due", fromS(ALL),
        "at", fromS(reminder.at().toString()),
        "room", fromS(reminder.room()),
        "from", fromS(reminder.from()),
        "text", fromS(reminder.text()));
  }

  private static Reminder reminder(Map<String, AttributeValue> item) {
    return new Reminder(
        text(item, "user"),
        text(item, "id"),
        text(item, "room"),
        Instant.parse(text(item, "at")),
        text(item, "from"),
        text(item, "text"));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }
}
