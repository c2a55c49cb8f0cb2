package parley.tests.contract;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import parley.tests.cloud.Flaw;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The bugs of functions, as what becomes of their calls of AWS. */
final class Flaws {

  private static final String LOG = "Messages";
  private static final String LIST = "Participants";

  private Flaws() {}

  static Flaw nonConditionalPut() {
    return puts(LOG, put -> put.toBuilder().conditionExpression(null).build());
  }

  static Flaw conflictSwallowed() {
    return (_, _, request, call) -> {
      try {
        return call.with(request);
      } catch (ConditionalCheckFailedException e) {
        if (request instanceof PutItemRequest put && put.tableName().equals(LOG)) {
          return PutItemResponse.builder().build();
        }
        throw e;
      }
    };
  }

  static Flaw ackBeforeCommit() {
    var puts = new AtomicInteger();
    return (_, function, request, call) ->
        request instanceof PutItemRequest
                && function.equals("SendMessage")
                && puts.incrementAndGet() % 20 == 0
            ? PutItemResponse.builder().build()
            : call.with(request);
  }

  static Flaw errorSwallowed() {
    return (_, function, request, call) ->
        request instanceof PutItemRequest put
                && function.equals("ChangeMembership")
                && put.tableName().equals(LOG)
                && put.item().get("change").s().equals("removed")
            ? PutItemResponse.builder().build()
            : call.with(request);
  }

  static Flaw retryNotRecognised() {
    return (_, function, request, call) ->
        request instanceof QueryRequest && function.equals("SendMessage")
            ? items((QueryResponse) call.with(request), "clientId", fromS("another"))
            : call.with(request);
  }

  static Flaw orderByTime() {
    var puts = new AtomicInteger();
    return puts(
        LOG, put -> puts.incrementAndGet() % 7 == 0 ? with(put, "seq", plus(put, "seq", 2)) : put);
  }

  static Flaw countOffByOne() {
    var puts = new AtomicInteger();
    return puts(
        LOG,
        put ->
            puts.incrementAndGet() % 50 == 0
                ? with(put, "messages", plus(put, "messages", 1))
                : put);
  }

  static Flaw senderFromClient() {
    return puts(LOG, put -> with(put, "sender", fromS("whoever")));
  }

  static Flaw textEscaped() {
    return puts(
        LOG,
        put ->
            put.item().containsKey("text")
                ? with(put, "text", fromS(put.item().get("text").s() + "&#39;"))
                : put);
  }

  static Flaw membershipBeforeTail() {
    var before = new ConcurrentHashMap<Map<String, AttributeValue>, Object>();
    return (_, function, request, call) -> {
      if (request instanceof GetItemRequest get
          && function.equals("SendMessage")
          && get.tableName().equals(LIST)) {
        var now = call.with(request);
        var known = before.put(get.key(), now);
        return known == null ? now : known;
      }
      return call.with(request);
    };
  }

  /** The removed member is taken off the list only when the entry stands in the log. */
  static Flaw removalWithoutFence() {
    return puts(LIST, put -> isBegun(put.item()) ? with(put, "state", fromS("member")) : put);
  }

  private static boolean isBegun(Map<String, AttributeValue> row) {
    var change = row.get("change").m();
    var done = row.get("done").l();
    return change.get("change").s().equals("removed")
        && (done.isEmpty() || !done.getFirst().m().get("id").equals(change.get("id")));
  }

  static Flaw subscriptionsKept() {
    return (_, function, request, call) ->
        !function.equals("Revoke")
            ? call.with(request)
            : switch (request) {
              case BatchWriteItemRequest _ ->
                  BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
              case DeleteConnectionRequest _ -> DeleteConnectionResponse.builder().build();
              default -> call.with(request);
            };
  }

  static Flaw syncForAnybody() {
    return (_, function, request, call) -> {
      var answer = call.with(request);
      if (!function.equals("Sync") || !(answer instanceof BatchGetItemResponse read)) {
        return answer;
      }
      var rows = read.responses().getOrDefault(LIST, List.of());
      var all = rows.stream().map(row -> with(row, "state", fromS("member"))).toList();
      return read.toBuilder().responses(Map.of(LIST, all)).build();
    };
  }

  static Flaw shortHistory() {
    return (_, function, request, call) -> {
      var answer = call.with(request);
      return function.equals("Sync") && answer instanceof QueryResponse page
          ? page.toBuilder()
              .items(
                  page.items().subList(Math.max(0, page.items().size() - 5), page.items().size()))
              .build()
          : answer;
    };
  }

  static Flaw syncWithoutLast() {
    return (_, function, request, call) -> {
      var answer = call.with(request);
      if (!function.equals("Sync") || !(answer instanceof QueryResponse page)) {
        return answer;
      }
      var items = page.items();
      var newestFirst = Boolean.FALSE.equals(((QueryRequest) request).scanIndexForward());
      return items.isEmpty()
          ? page
          : page.toBuilder()
              .items(items.subList(newestFirst ? 1 : 0, items.size() - (newestFirst ? 0 : 1)))
              .build();
    };
  }

  static Flaw deletionNotInPlace() {
    return updatesLost("DeleteMessage", "deleted");
  }

  static Flaw editsOutliveDeletion() {
    return updatesLost("DeleteMessage", "remove #text");
  }

  static Flaw markNotStored() {
    return updatesLost("MarkRead", "");
  }

  static Flaw goneRemovesAnothersRow() {
    return Listeners.goneRemovesAnother();
  }

  static Flaw everyRoomToEverybody() {
    return Listeners.everybody();
  }

  static Flaw onePageOfSubscriptions() {
    return Listeners.onePage();
  }

  static Flaw subscriptionsCached() {
    return Listeners.cached();
  }

  /** A function's updates whose expression begins so are said to be made. */
  private static Flaw updatesLost(String of, String expression) {
    return (_, function, request, call) ->
        request instanceof UpdateItemRequest update
                && function.equals(of)
                && update.updateExpression().replaceFirst("^set ", "").startsWith(expression)
            ? UpdateItemResponse.builder().attributes(Map.of()).build()
            : call.with(request);
  }

  private static Flaw puts(String table, UnaryOperator<PutItemRequest> change) {
    return (_, _, request, call) ->
        request instanceof PutItemRequest put && put.tableName().equals(table)
            ? call.with(change.apply(put))
            : call.with(request);
  }

  private static PutItemRequest with(PutItemRequest put, String name, AttributeValue value) {
    return put.toBuilder().item(with(put.item(), name, value)).build();
  }

  private static AttributeValue plus(PutItemRequest put, String name, int more) {
    return fromN(Long.toString(Long.parseLong(put.item().get(name).n()) + more));
  }

  private static QueryResponse items(QueryResponse page, String name, AttributeValue value) {
    return page.toBuilder()
        .items(page.items().stream().map(item -> with(item, name, value)).toList())
        .build();
  }

  static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String name, AttributeValue value) {
    var changed = new HashMap<>(item);
    changed.put(name, value);
    return changed;
  }
}
