package parley.tests.tables;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item stands in its partition: its sort key, and in an index also its table's key. */
record Key(List<AttributeValue> values) implements Comparable<Key> {

  @Override
  public int compareTo(Key other) {
    for (var i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      var order = Values.compare(values.get(i), other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(values.size(), other.values.size());
  }
}
