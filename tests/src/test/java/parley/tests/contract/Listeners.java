package parley.tests.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import parley.tests.cloud.Flaw;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The bugs of delivery's list of who listens. */
final class Listeners {

  private static final String TABLE = "Subscriptions";

  private Listeners() {}

  static Flaw onePage() {
    return (_, function, request, call) ->
        isOfRoom(function, request)
            ? ((QueryResponse) call.with(((QueryRequest) request).toBuilder().limit(3).build()))
                .toBuilder().lastEvaluatedKey(Map.of()).build()
            : call.with(request);
  }

  static Flaw cached() {
    var known = new ConcurrentHashMap<Object, Object>();
    return (_, function, request, call) -> {
      if (!isOfRoom(function, request)) {
        return call.with(request);
      }
      var page = (QueryResponse) call.with(request);
      var first = known.putIfAbsent(((QueryRequest) request).expressionAttributeValues(), page);
      return first == null ? page : first;
    };
  }

  /** Keeps who subscribed, and deletes somebody else of the room. */
  static Flaw goneRemovesAnother() {
    Set<Map<String, AttributeValue>> all = ConcurrentHashMap.newKeySet();
    return (_, function, request, call) -> {
      note(all, function, request);
      if (request instanceof BatchWriteItemRequest batch && function.equals("Deliver")) {
        var others =
            batch.requestItems().get(TABLE).stream()
                .map(write -> write.deleteRequest().key())
                .map(key -> deletion(another(all, key)))
                .distinct()
                .toList();
        return call.with(batch.toBuilder().requestItems(Map.of(TABLE, others)).build());
      }
      return call.with(request);
    };
  }

  static Flaw everybody() {
    Set<Map<String, AttributeValue>> all = ConcurrentHashMap.newKeySet();
    return (_, function, request, call) -> {
      note(all, function, request);
      return isOfRoom(function, request)
          ? QueryResponse.builder().items(List.copyOf(all)).build()
          : call.with(request);
    };
  }

  private static void note(
      Set<Map<String, AttributeValue>> all, String function, SdkRequest request) {
    if (request instanceof UpdateItemRequest update && function.equals("Subscribe")) {
      all.add(update.key());
    }
  }

  private static Map<String, AttributeValue> another(
      Set<Map<String, AttributeValue>> all, Map<String, AttributeValue> key) {
    Predicate<Map<String, AttributeValue>> sameRoom =
        other -> other.get("room").equals(key.get("room"));
    var last = new HashMap<>(key);
    all.stream()
        .filter(sameRoom)
        .filter(other -> !other.equals(key))
        .max((one, other) -> Integer.compare(number(one), number(other)))
        .ifPresent(last::putAll);
    return last;
  }

  /** The number in a connection's id: the latest one is alive. */
  private static int number(Map<String, AttributeValue> key) {
    return Integer.parseInt(key.get("listener").s().replaceFirst(".*-", ""));
  }

  private static WriteRequest deletion(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(DeleteRequest.builder().key(key).build()).build();
  }

  private static boolean isOfRoom(String function, SdkRequest request) {
    return request instanceof QueryRequest query
        && function.equals("Deliver")
        && query.tableName().equals(TABLE);
  }
}
