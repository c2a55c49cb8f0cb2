package parley.tests.contract;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.tests.cloud.Flaw;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The bugs of functions, as what becomes of their calls of AWS. */
final class Flaws {

  private static final String LIST = "Participants";
  private static final String TICKETS = "Tickets";

  private Flaws() {}

  static Flaw retryNotRecognised() {
    return (_, function, request, call) ->
        request instanceof QueryRequest && function.equals("SendMessage")
            ? items((QueryResponse) call.with(request), "clientId", fromS("another"))
            : call.with(request);
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

  static Flaw ticketsNeverUsed() {
    var taken = new ConcurrentHashMap<Map<String, AttributeValue>, Object>();
    return (_, _, request, call) -> {
      if (!(request instanceof DeleteItemRequest delete) || !delete.tableName().equals(TICKETS)) {
        return call.with(request);
      }
      var before = taken.get(delete.key());
      if (before == null) {
        taken.put(delete.key(), call.with(request));
      }
      return taken.get(delete.key());
    };
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
