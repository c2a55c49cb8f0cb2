package parley.tests.tables;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * Items by a partition key and perhaps a sort key: a table, or one of its indexes, where the
 * table's key tells apart what has the same keys.
 *
 * @param partition the partition key's name
 * @param sort the sort key's name
 * @param more the names of the keys of an index's table
 */
record Items(
    String partition,
    @Nullable String sort,
    List<String> more,
    Map<AttributeValue, NavigableMap<Key, Map<String, AttributeValue>>> partitions) {

  static Items by(List<KeySchemaElement> schema, List<String> more) {
    return new Items(
        name(schema, KeyType.HASH).findFirst().orElseThrow(),
        name(schema, KeyType.RANGE).findFirst().orElse(null),
        more,
        new ConcurrentHashMap<>());
  }

  private static Stream<String> name(List<KeySchemaElement> schema, KeyType type) {
    return schema.stream().filter(key -> key.keyType() == type).map(key -> key.attributeName());
  }

  /** The names of the keys. */
  List<String> keys() {
    return sort == null ? List.of(partition) : List.of(partition, sort);
  }

  /** All names that a page's last key has. */
  List<String> places() {
    return Stream.concat(keys().stream(), more.stream()).distinct().toList();
  }

  /** True where the item has all keys: only then it stands in an index. */
  boolean takes(Map<String, AttributeValue> item) {
    return keys().stream().allMatch(item::containsKey);
  }

  @Nullable Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return in(key.get(partition)).get(place(key));
  }

  void put(Map<String, AttributeValue> item) {
    partitions
        .computeIfAbsent(item.get(partition), _ -> new ConcurrentSkipListMap<>())
        .put(place(item), item);
  }

  void remove(Map<String, AttributeValue> item) {
    in(item.get(partition)).remove(place(item));
  }

  NavigableMap<Key, Map<String, AttributeValue>> in(@Nullable AttributeValue value) {
    return value == null
        ? new ConcurrentSkipListMap<>()
        : partitions.getOrDefault(value, new ConcurrentSkipListMap<>());
  }

  Key place(Map<String, AttributeValue> item) {
    return new Key(places().stream().skip(1).map(item::get).toList());
  }
}
