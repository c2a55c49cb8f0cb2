package parley.tests.contract;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import parley.tests.cloud.Flaw;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** The bugs of functions that write, as what becomes of their puts. */
final class Puts {

  private static final String LOG = "Messages";
  private static final String LIST = "Participants";

  private Puts() {}

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

  /** The removed member is taken off the list when the entry stands in the log, and not at once. */
  static Flaw removalWithoutFence() {
    return puts(
        LIST,
        put -> {
          if (!put.item().get("change").m().get("change").s().equals("removed")) {
            return put;
          }
          if (isBegun(put.item())) {
            return with(put, "state", fromS("member"));
          }
          LockSupport.parkNanos(50_000_000);
          return put;
        });
  }

  private static boolean isBegun(Map<String, AttributeValue> row) {
    var done = row.get("done").l();
    var id = row.get("change").m().get("id");
    return done.isEmpty() || !done.getFirst().m().get("id").equals(id);
  }

  private static Flaw puts(String table, UnaryOperator<PutItemRequest> change) {
    return (_, _, request, call) ->
        request instanceof PutItemRequest put && put.tableName().equals(table)
            ? call.with(change.apply(put))
            : call.with(request);
  }

  private static PutItemRequest with(PutItemRequest put, String name, AttributeValue value) {
    return put.toBuilder().item(Flaws.with(put.item(), name, value)).build();
  }

  private static AttributeValue plus(PutItemRequest put, String name, int more) {
    return fromN(Long.toString(Long.parseLong(put.item().get(name).n()) + more));
  }
}
