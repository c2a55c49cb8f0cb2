package parley.addons.panic;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Alarms in DynamoDB: one item an alarm, and one for the latest press of each kind of each button.
 * All expire.
 */
final class DynamoAlarms implements Alarms {

  /** As long as messages' own memory of retries. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  DynamoAlarms(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  /** An older press that comes late is one of its own, and does not become the latest. */
  @Override
  public String latest(Press press, String offered, Duration same) {
    var received = press.received().toEpochMilli();
    // No alarm's id has this sign.
    var key = "%s#%s".formatted(press.button().thing(), press.click());
    var item =
        Map.of(
            "alarm", fromS(key),
            "belongs", fromS(offered),
            "received", number(received),
            "expires", expiry());
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(alarm) or received < :before")
                  .expressionAttributeValues(Map.of(":before", number(received - same.toMillis())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return offered;
    } catch (ConditionalCheckFailedException e) {
      var latest = Long.parseLong(e.item().get("received").n());
      return latest - received > same.toMillis() ? offered : e.item().get("belongs").s();
    }
  }

  @Override
  public void raise(Alarm alarm) {
    var item =
        Map.of(
            "alarm", fromS(alarm.alarm()),
            "room", fromS(alarm.room()),
            "button", fromS(alarm.button()),
            "place", fromS(alarm.place()),
            "name", fromS(alarm.name()),
            "text", fromS(alarm.text()),
            "pressed", fromS(alarm.pressed().toString()),
            "expires", expiry());
    try {
      dynamo.putItem(
          put ->
              put.tableName(table).item(item).conditionExpression("attribute_not_exists(alarm)"));
    } catch (ConditionalCheckFailedException e) {
      // An earlier try has kept it.
    }
  }

  @Override
  public Optional<Alarm> find(String alarm) {
    var found = dynamo.getItem(get -> get.tableName(table).key(key(alarm)).consistentRead(true));
    return found.hasItem() ? Optional.of(alarm(found.item())) : Optional.empty();
  }

  @Override
  public Optional<Alarm> acknowledge(String alarm, String room, Alarm.Acknowledgement by) {
    try {
      var kept =
          dynamo.updateItem(
              update ->
                  update
                      .tableName(table)
                      .key(key(alarm))
                      .conditionExpression("room = :room")
                      .updateExpression(
                          "SET acknowledgedBy = if_not_exists(acknowledgedBy, :user),"
                              + " acknowledgedAt = if_not_exists(acknowledgedAt, :time)")
                      .expressionAttributeValues(
                          Map.of(
                              ":room", fromS(room),
                              ":user", fromS(by.user()),
                              ":time", fromS(by.time().toString())))
                      .returnValues(ReturnValue.ALL_NEW));
      return Optional.of(alarm(kept.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void tell(String alarm, Instant time) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(alarm))
                .updateExpression("SET toldAt = :time")
                .expressionAttributeValues(Map.of(":time", fromS(time.toString()))));
  }

  private static Map<String, AttributeValue> key(String alarm) {
    return Map.of("alarm", fromS(alarm));
  }

  private AttributeValue expiry() {
    return number(clock.instant().plus(KEPT).getEpochSecond());
  }

  private static AttributeValue number(long number) {
    return fromN(Long.toString(number));
  }

  private static Alarm alarm(Map<String, AttributeValue> item) {
    return new Alarm(
        item.get("alarm").s(),
        item.get("room").s(),
        item.get("button").s(),
        item.get("place").s(),
        item.get("name").s(),
        item.get("text").s(),
        Instant.parse(item.get("pressed").s()),
        Optional.ofNullable(item.get("acknowledgedBy"))
            .map(
                user ->
                    new Alarm.Acknowledgement(
                        user.s(), Instant.parse(item.get("acknowledgedAt").s()))),
        Optional.ofNullable(item.get("toldAt")).map(time -> Instant.parse(time.s())));
  }
}
