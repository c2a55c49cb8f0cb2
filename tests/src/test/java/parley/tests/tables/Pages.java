package parley.tests.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Answers queries, page by page. */
final class Pages {

  private final Items items;
  private final QueryRequest query;
  private final int bytes;
  private final Condition keys;
  private final Map<String, AttributeValue> values;

  /**
   * A query of these items.
   *
   * @param mostBytes where a page ends at the latest
   */
  Pages(Items items, QueryRequest query, ToIntFunction<QueryRequest> mostBytes) {
    this.items = items;
    this.query = query;
    this.bytes = mostBytes.applyAsInt(query);
    this.keys = Expressions.condition(query.keyConditionExpression());
    this.values = query.expressionAttributeValues();
  }

  QueryResponse page() {
    var filter = Expressions.condition(query.filterExpression());
    var found = new ArrayList<Map<String, AttributeValue>>();
    var seen = 0;
    var size = 0;
    for (var item : candidates()) {
      if (!keys.holds(scope(item))) {
        continue;
      }
      seen++;
      size += Values.size(item);
      if (filter.holds(scope(item))) {
        found.add(projected(item));
      }
      if ((query.limit() != null && seen == query.limit()) || size > bytes) {
        return answer(found, seen, place(item));
      }
    }
    return answer(found, seen, Map.of());
  }

  private QueryResponse answer(
      List<Map<String, AttributeValue>> found, int seen, Map<String, AttributeValue> last) {
    var answer = QueryResponse.builder().items(found).count(found.size()).scannedCount(seen);
    return (last.isEmpty() ? answer : answer.lastEvaluatedKey(last)).build();
  }

  /** The partition's items in the query's order, from where the page begins. */
  private Collection<Map<String, AttributeValue>> candidates() {
    var ascending = query.scanIndexForward() == null || query.scanIndexForward();
    var range = range();
    if (query.hasExclusiveStartKey()) {
      var start = items.place(query.exclusiveStartKey());
      range = ascending ? range.tailMap(start, false) : range.headMap(start, false);
    }
    return (ascending ? range : range.descendingMap()).values();
  }

  private NavigableMap<Key, Map<String, AttributeValue>> range() {
    var all = items.in(partition());
    if (items.more().isEmpty()) {
      for (var part : keys.conjuncts().toList()) {
        if (part instanceof Condition.Between(_, var from, var to)) {
          var low = new Key(List.of(given(from)));
          var high = new Key(List.of(given(to)));
          return low.compareTo(high) > 0
              ? Collections.emptyNavigableMap()
              : all.subMap(low, true, high, true);
        }
      }
    }
    return all;
  }

  private AttributeValue partition() {
    return keys.conjuncts()
        .filter(part -> part instanceof Condition.Compare)
        .map(Condition.Compare.class::cast)
        .filter(part -> part.operator().equals("=") && isPartition(part.left()))
        .map(part -> given(part.right()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a query names its partition: " + query.keyConditionExpression()));
  }

  private boolean isPartition(Operand operand) {
    return operand instanceof Operand.Path(var steps)
        && scope(Map.of()).name(steps.getFirst()).equals(items.partition());
  }

  private AttributeValue given(Operand operand) {
    var value = operand.in(scope(Map.of()));
    if (value == null) {
      throw new IllegalArgumentException("a key condition names values: " + operand);
    }
    return value;
  }

  private Scope scope(Map<String, AttributeValue> item) {
    return new Scope(item, query.expressionAttributeNames(), values);
  }

  private Map<String, AttributeValue> place(Map<String, AttributeValue> item) {
    var place = new HashMap<String, AttributeValue>();
    items.places().forEach(name -> place.put(name, item.get(name)));
    return place;
  }

  private Map<String, AttributeValue> projected(Map<String, AttributeValue> item) {
    if (query.projectionExpression() == null) {
      return item;
    }
    var some = new HashMap<String, AttributeValue>();
    for (var written : query.projectionExpression().split("\\s*,\\s*", -1)) {
      var name = scope(item).name(written);
      if (item.containsKey(name)) {
        some.put(name, item.get(name));
      }
    }
    return some;
  }
}
