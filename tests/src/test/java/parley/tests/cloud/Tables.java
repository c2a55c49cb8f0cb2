package parley.tests.cloud;

import java.util.List;
import java.util.Map;
import parley.connections.ConnectionsWiring;
import parley.messages.MessagesWiring;
import parley.rooms.RoomsWiring;
import parley.tests.dynamo.NewTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The tables that the functions have, and the variables that name them. */
final class Tables {

  static final String MESSAGES = "Messages";
  static final String SUBSCRIPTIONS = "Subscriptions";
  static final String PARTICIPANTS = "Participants";

  /** Each function's variables; functions that ask each other do so by their names. */
  static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry(MessagesWiring.MESSAGES_TABLE, MESSAGES),
          Map.entry(MessagesWiring.PARTICIPANTS_TABLE, PARTICIPANTS),
          Map.entry(RoomsWiring.ROOMS_TABLE, "Rooms"),
          Map.entry(RoomsWiring.MEMBERS_TABLE, "Members"),
          Map.entry(RoomsWiring.CHANGE_MEMBERSHIP_FUNCTION, "ChangeMembership"),
          Map.entry(RoomsWiring.REVOKE_FUNCTION, "Revoke"),
          Map.entry(RoomsWiring.READ_PROFILE_FUNCTION, "ReadProfile"),
          Map.entry(ConnectionsWiring.CONNECTIONS_TABLE, "Connections"),
          Map.entry(ConnectionsWiring.SUBSCRIPTIONS_TABLE, SUBSCRIPTIONS),
          Map.entry(ConnectionsWiring.TICKETS_TABLE, "Tickets"),
          Map.entry(ConnectionsWiring.SITE_ORIGIN, Cloud.ORIGIN),
          Map.entry(ConnectionsWiring.FIND_MEMBERSHIP_FUNCTION, "FindMembership"),
          Map.entry(ConnectionsWiring.DELIVER_SHARE_FUNCTION, "DeliverShare"));

  private Tables() {}

  static void create(DynamoDbClient dynamo) {
    make(dynamo, MESSAGES, List.of("room", "seq"));
    make(dynamo, PARTICIPANTS, List.of("room", "user"));
    make(dynamo, "Rooms", List.of("room"), RoomsWiring.PUBLIC, List.of("listing", "entry"));
    make(dynamo, "Members", List.of("room", "user"), RoomsWiring.BY_USER, List.of("user", "room"));
    make(dynamo, "Connections", List.of("user", "connection"));
    make(
        dynamo,
        SUBSCRIPTIONS,
        List.of("room", "listener"),
        ConnectionsWiring.BY_CONNECTION,
        List.of("connection", "room"));
    make(dynamo, "Tickets", List.of("ticket"));
  }

  /** A room's entries at rest, as the API shows them. */
  static List<Map<String, AttributeValue>> log(DynamoDbClient dynamo, String room) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(MESSAGES)
                    .consistentRead(true)
                    .keyConditionExpression("room = :room")
                    .expressionAttributeValues(Map.of(":room", AttributeValue.fromS(room))))
        .items()
        .stream()
        .toList();
  }

  private static void make(DynamoDbClient dynamo, String name, List<String> keys) {
    dynamo.createTable(NewTable.of(name, keys));
  }

  private static void make(
      DynamoDbClient dynamo, String name, List<String> keys, String index, List<String> indexKeys) {
    dynamo.createTable(NewTable.of(name, keys, index, indexKeys, ProjectionType.ALL));
  }
}
