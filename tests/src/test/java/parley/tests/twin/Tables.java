package parley.tests.twin;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The twin's tables, as the account's administrator sees them: to leave behind what only a crash
 * leaves behind, and to look at what nobody is told.
 */
public final class Tables {

  private static final Path CREDENTIALS = Path.of("target/twin/aws/credentials");
  private static final int BATCH = 25;

  private final DynamoDbClient dynamo;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  private Tables(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /** Of the twin that serves this site. */
  public static Tables of(URI site) {
    return of(site, CREDENTIALS);
  }

  /** Of the twin that serves this site, and wrote that file. */
  public static Tables of(URI site, Path credentials) {
    var file =
        ProfileFile.builder().content(credentials).type(ProfileFile.Type.CREDENTIALS).build();
    return new Tables(
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://localhost:" + (site.getPort() + 2)))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                ProfileCredentialsProvider.builder().profileFile(file).profileName("twin").build())
            .build());
  }

  /** Sets an attribute of an item that is there. */
  public void set(String table, Map<String, String> key, String attribute, AttributeValue value) {
    dynamo.updateItem(
        update ->
            update
                .tableName(name(table))
                .key(texts(key))
                .conditionExpression("attribute_exists(#key)")
                .updateExpression("SET #a = :a")
                .expressionAttributeNames(
                    Map.of("#a", attribute, "#key", key.keySet().iterator().next()))
                .expressionAttributeValues(Map.of(":a", value)));
  }

  /** Puts many items, all of whose attributes are texts. */
  void put(String table, List<Map<String, String>> items) {
    putAll(table, items.stream().map(Tables::texts).toList());
  }

  /** Puts many items. */
  public void putAll(String table, List<Map<String, AttributeValue>> items) {
    var writes =
        items.stream()
            .map(item -> PutRequest.builder().item(item).build())
            .map(put -> WriteRequest.builder().putRequest(put).build())
            .toList();
    var physical = name(table);
    IntStream.iterate(0, from -> from < writes.size(), from -> from + BATCH)
        .mapToObj(from -> writes.subList(from, Math.min(from + BATCH, writes.size())))
        .forEach(
            batch -> dynamo.batchWriteItem(write -> write.requestItems(Map.of(physical, batch))));
  }

  /** All rows of a partition key's value. */
  List<Map<String, AttributeValue>> rows(String table, String key, String value) {
    return dynamo
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

  /** How many rows a table has. */
  int count(String table) {
    return dynamo.scanPaginator(scan -> scan.tableName(name(table)).select(Select.COUNT)).stream()
        .mapToInt(page -> page.count())
        .sum();
  }

  /** What all rows of a table have: a text, and a number. */
  Map<String, Long> numbers(String table, String text, String number) {
    return dynamo
        .scanPaginator(scan -> scan.tableName(name(table)).consistentRead(true))
        .items()
        .stream()
        .collect(
            Collectors.toMap(
                item -> item.get(text).s(), item -> Long.parseLong(item.get(number).n())));
  }

  /** Returns when an item is gone; fails where it stays. */
  public void awaitGone(String table, Map<String, String> key) {
    Patience.awaitTrue(
        "%s has no %s any more".formatted(table, key),
        () ->
            !dynamo
                .getItem(get -> get.tableName(name(table)).key(texts(key)).consistentRead(true))
                .hasItem());
  }

  /** The table's physical name, which begins with the stack's and the logical id. */
  private String name(String table) {
    return names.computeIfAbsent(
        table,
        part ->
            dynamo.listTablesPaginator().tableNames().stream()
                .filter(name -> name.matches("[^-]+-[^-]+-" + part + "Table[0-9A-F]{8}-.*"))
                .findFirst()
                .orElseThrow());
  }

  private static Map<String, AttributeValue> texts(Map<String, String> item) {
    return item.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> AttributeValue.fromS(e.getValue())));
  }
}
