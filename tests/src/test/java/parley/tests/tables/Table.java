package parley.tests.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** One table with its indexes. What it does to an item is done whole, by one thread at a time. */
final class Table {

  private static final int STRIPES = 64;

  private final Items items;
  private final Map<String, Items> indexes = new HashMap<>();
  private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

  Table(CreateTableRequest request) {
    items = Items.by(request.keySchema(), List.of());
    for (var index : request.globalSecondaryIndexes()) {
      indexes.put(index.indexName(), Items.by(index.keySchema(), items.keys()));
    }
    for (var i = 0; i < STRIPES; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** The table's items, or an index's. */
  Items items(@Nullable String index) {
    if (index == null) {
      return items;
    }
    var found = indexes.get(index);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no index %s; there are %s".formatted(index, indexes.keySet()));
    }
    return found;
  }

  /** The lock of an item; held while it is looked at and changed. */
  ReentrantLock lock(Map<String, AttributeValue> key) {
    var hash = key.get(items.partition()).hashCode() * 31;
    var sort = items.sort() == null ? null : key.get(items.sort());
    return locks[Math.floorMod(hash + (sort == null ? 0 : sort.hashCode()), STRIPES)];
  }

  /** The item; empty where there is none. */
  Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    var item = items.get(key);
    return item == null ? Map.of() : item;
  }

  /** Puts an item in its place, so that readers see the old one or the new; its lock is held. */
  void put(Map<String, AttributeValue> item) {
    var old = get(item);
    items.put(item);
    for (var index : indexes.values()) {
      var moves = !old.isEmpty() && index.takes(old);
      if (moves && !(index.takes(item) && isSamePlace(index, old, item))) {
        index.remove(old);
      }
      if (index.takes(item)) {
        index.put(item);
      }
    }
  }

  private static boolean isSamePlace(
      Items index, Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return index.keys().stream().allMatch(key -> one.get(key).equals(other.get(key)));
  }

  /** Takes an item away; its lock is held. */
  void remove(Map<String, AttributeValue> key) {
    var old = items.get(key);
    if (old != null) {
      items.remove(old);
      indexes.values().stream().filter(i -> i.takes(old)).forEach(i -> i.remove(old));
    }
  }
}
