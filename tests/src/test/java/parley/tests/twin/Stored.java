package parley.tests.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The rows that a request might change, as the account's administrator sees them. */
public final class Stored {

  private static final DynamoDbClient DYNAMO = Profile.client(DynamoDbClient.builder());
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private Stored() {}

  /** All rows of a room and of a person, and how many rooms and tickets there are. */
  public static List<Object> about(String room, String user) {
    return together(
        List.of(
            () -> rows("Rooms", "room", room),
            () -> rows("RoomsMembers", "room", room),
            () -> rows("Messages", "room", room),
            () -> rows("MessagesParticipants", "room", room),
            () -> rows("ConnectionsSubscriptions", "room", room),
            () -> rows("IdentityProfiles", "user", user),
            () -> rows("Connections", "user", user),
            () -> count("Rooms"),
            () -> count("ConnectionsTickets")));
  }

  /**
   * The rows of a room alone: what somebody does in a room needs a socket, which leaves its own.
   */
  public static List<Object> of(String room) {
    return about(room, "nobody").subList(0, 5);
  }

  /**
   * The profile of a person, and how many tickets there are; their sockets' rows come and go as
   * sockets that were closed before are noticed.
   */
  public static List<Object> ofPerson(String user) {
    var all = about("none", user);
    return List.of(all.get(5), all.get(7), all.get(8));
  }

  /** Sets an attribute of an item that is there. */
  public static void set(
      String table, Map<String, AttributeValue> key, String attribute, AttributeValue value) {
    DYNAMO.updateItem(
        update ->
            update
                .tableName(name(table))
                .key(key)
                .conditionExpression("attribute_exists(#attribute)")
                .updateExpression("SET #attribute = :value")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  private static List<Object> together(List<Callable<Object>> reads) {
    try {
      var all = new ArrayList<Object>();
      for (var read : THREADS.invokeAll(reads)) {
        all.add(read.get());
      }
      return all;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object rows(String table, String key, String value) {
    return DYNAMO
        .queryPaginator(
            query ->
                query
                    .tableName(name(table))
                    .consistentRead(true)
                    .keyConditionExpression("#key = :value")
                    .expressionAttributeNames(Map.of("#key", key))
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
        .items()
        .stream()
        .toList();
  }

  private static Object count(String table) {
    return DYNAMO.scanPaginator(scan -> scan.tableName(name(table)).select(Select.COUNT)).stream()
        .mapToInt(page -> page.count())
        .sum();
  }

  private static String name(String table) {
    return NAMES.computeIfAbsent(
        table,
        part ->
            DYNAMO.listTablesPaginator().tableNames().stream()
                .filter(name -> name.matches("[^-]+-[^-]+-" + part + "Table[0-9A-F]{8}-.*"))
                .findFirst()
                .orElseThrow());
  }
}
