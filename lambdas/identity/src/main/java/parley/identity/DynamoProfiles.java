package parley.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Profiles in DynamoDB. */
record DynamoProfiles(DynamoDbClient dynamo, String table) implements Profiles {

  @Override
  public Optional<Profile> find(String user) {
    var found =
        dynamo.getItem(get -> get.tableName(table).key(key(user)).consistentRead(true)).item();
    return Optional.of(found).filter(item -> !item.isEmpty()).map(DynamoProfiles::profile);
  }

  @Override
  public List<Profile> find(List<String> users) {
    var found = new ArrayList<Profile>();
    var wanted = users.isEmpty() ? Map.<String, KeysAndAttributes>of() : keys(users);
    while (!wanted.isEmpty()) {
      var keys = wanted;
      var answer = dynamo.batchGetItem(get -> get.requestItems(keys));
      answer.responses().getOrDefault(table, List.of()).forEach(item -> found.add(profile(item)));
      wanted = answer.unprocessedKeys();
    }
    return found;
  }

  @Override
  public Profile create(Profile profile) {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(item(profile))
                  .conditionExpression("attribute_not_exists(#user)")
                  .expressionAttributeNames(Map.of("#user", "user"))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return profile;
    } catch (ConditionalCheckFailedException e) {
      return profile(e.item());
    }
  }

  @Override
  public Profile change(String user, Optional<String> name, Optional<Color> color) {
    var texts = new TreeMap<String, String>();
    name.ifPresent(text -> texts.put("name", text));
    color.ifPresent(chosen -> texts.put("color", chosen.text()));
    var sets = texts.keySet().stream().map("#%1$s = :%1$s"::formatted).toList();
    var names = new HashMap<>(Map.of("#user", "user"));
    var values = new HashMap<String, AttributeValue>();
    texts.forEach(
        (attribute, text) -> {
          names.put("#" + attribute, attribute);
          values.put(":" + attribute, AttributeValue.fromS(text));
        });
    return profile(
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(user))
                        .updateExpression("SET " + String.join(", ", sets))
                        .conditionExpression("attribute_exists(#user)")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW))
            .attributes());
  }

  private Map<String, KeysAndAttributes> keys(List<String> users) {
    var keys = users.stream().map(DynamoProfiles::key).toList();
    return Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
  }

  private static Map<String, AttributeValue> key(String user) {
    return Map.of("user", AttributeValue.fromS(user));
  }

  private static Map<String, AttributeValue> item(Profile profile) {
    return Map.of(
        "user", AttributeValue.fromS(profile.user()),
        "name", AttributeValue.fromS(profile.name()),
        "color", AttributeValue.fromS(profile.color().text()));
  }

  private static Profile profile(Map<String, AttributeValue> item) {
    return new Profile(item.get("user").s(), item.get("name").s(), Color.of(item.get("color").s()));
  }
}
