package parley.rooms;

import java.util.UUID;
import parley.rooms.RoomsContract.Stores;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the service's tables for a test, each under a name of its own. */
final class DynamoRoomsTables {

  private DynamoRoomsTables() {}

  /** The stores over new, empty tables. */
  static Stores stores(DynamoDbClient dynamo) {
    var rooms = "rooms-" + UUID.randomUUID();
    dynamo.createTable(
        table ->
            table
                .tableName(rooms)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("room"), text("listing"), text("entry"))
                .keySchema(key("room", KeyType.HASH))
                .globalSecondaryIndexes(index(RoomsWiring.PUBLIC, "listing", "entry")));
    var members = "members-" + UUID.randomUUID();
    dynamo.createTable(
        table ->
            table
                .tableName(members)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("room"), text("user"))
                .keySchema(key("room", KeyType.HASH), key("user", KeyType.RANGE))
                .globalSecondaryIndexes(index(RoomsWiring.BY_USER, "user", "room")));
    return new Stores(
        new DynamoRooms(dynamo, rooms, members), new DynamoMembers(dynamo, members, rooms));
  }

  private static GlobalSecondaryIndex index(String name, String partition, String sort) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(partition, KeyType.HASH), key(sort, KeyType.RANGE))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
