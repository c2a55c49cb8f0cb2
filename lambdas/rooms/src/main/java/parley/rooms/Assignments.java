package parley.rooms;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The parts of a DynamoDB update that sets attributes under a condition. Every name is written as
 * {@code #name}, since many are reserved words, and every value to set as {@code :name}.
 *
 * @param attributes what to set
 * @param names the attributes that the condition speaks of, without "#"
 * @param operands the values that the condition speaks of, with their ":"
 */
record Assignments(
    Map<String, AttributeValue> attributes,
    Iterable<String> names,
    Map<String, AttributeValue> operands) {

  /** An update of an item, done where the condition holds. */
  Update update(String table, Map<String, AttributeValue> key, String condition) {
    return Update.builder()
        .tableName(table)
        .key(key)
        .updateExpression(expression())
        .conditionExpression(condition)
        .expressionAttributeNames(allNames())
        .expressionAttributeValues(allValues())
        .build();
  }

  /** The same update outside of a transaction; a failure tells what is there. */
  static UpdateItemRequest.Builder request(Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(update.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  private String expression() {
    return attributes.keySet().stream()
        .sorted()
        .map("#%1$s = :%1$s"::formatted)
        .collect(Collectors.joining(", ", "SET ", ""));
  }

  private Map<String, String> allNames() {
    var all = new HashMap<String, String>();
    attributes.keySet().forEach(name -> all.put("#" + name, name));
    names.forEach(name -> all.put("#" + name, name));
    return all;
  }

  private Map<String, AttributeValue> allValues() {
    var all = new HashMap<>(operands);
    attributes.forEach((name, value) -> all.put(":" + name, value));
    return all;
  }
}
