package parley.tests.dynamo;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Requests for tables as the stack has them: a {@code seq} is a number, any other key a text. */
public final class NewTable {

  private NewTable() {}

  /** One with these keys: the partition's, and perhaps one to sort by. */
  public static CreateTableRequest of(String name, List<String> keys) {
    return table(name, keys, List.of()).build();
  }

  /** One with an index of these keys. */
  public static CreateTableRequest of(
      String name,
      List<String> keys,
      String index,
      List<String> indexKeys,
      ProjectionType projection) {
    return table(name, keys, indexKeys)
        .globalSecondaryIndexes(
            i ->
                i.indexName(index)
                    .keySchema(schema(indexKeys))
                    .projection(all -> all.projectionType(projection)))
        .build();
  }

  private static CreateTableRequest.Builder table(
      String name, List<String> keys, List<String> indexKeys) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            Stream.of(keys, indexKeys)
                .flatMap(List::stream)
                .distinct()
                .map(NewTable::attribute)
                .toList())
        .keySchema(schema(keys));
  }

  private static AttributeDefinition attribute(String name) {
    var type = name.equals("seq") ? ScalarAttributeType.N : ScalarAttributeType.S;
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> schema(List<String> keys) {
    return keys.stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key)
                    .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }
}
