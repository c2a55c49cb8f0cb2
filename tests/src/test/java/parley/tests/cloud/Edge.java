package parley.tests.cloud;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The edge of a function: every call of AWS goes through it, and may go wrong there. */
final class Edge {

  private static final long STALL_NANOS = 30_000_000;

  private final Toll toll;
  private final Flaw flaw;

  Edge(Toll toll, Flaw flaw) {
    this.toll = toll;
    this.flaw = flaw;
  }

  /** A client whose calls go through the edge, as calls at that site. */
  <C> C around(Class<C> type, C client, Fault.Site site) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            isCall(method, arguments)
                ? pass(site, (SdkRequest) arguments[0], right(client, method, site))
                : method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : call(client, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** The call as the flaw makes it. */
  private Flaw.Call right(Object client, Method method, Fault.Site site) {
    var function = Invocation.current().function();
    return request -> flaw.answer(site, function, request, other -> call(client, method, other));
  }

  private static boolean isCall(Method method, Object[] arguments) {
    return arguments != null
        && arguments.length == 1
        && arguments[0] instanceof SdkRequest
        && !method.getName().endsWith("Paginator");
  }

  static Object call(Object client, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object pass(Fault.Site site, SdkRequest request, Flaw.Call call) throws Throwable {
    var invocation = Invocation.current();
    var number = invocation.next();
    var fault = toll.isOver() ? null : invocation.plan().at(number, site);
    if (fault == null) {
      return call.with(request);
    }
    if (!fits(fault, request)) {
      invocation.plan().notNow();
      return call.with(request);
    }
    toll.take(fault);
    return switch (fault.site()) {
      case CALL -> ending(fault, invocation, request, call);
      case DYNAMO -> dynamo(fault, request, call);
      case PEER -> Peers.failing(fault, request, call);
      case POST -> Gateway.failing(fault, request, call);
      case INVOCATION, BATCH, FRAME, CLIENT ->
          throw new IllegalStateException("no fault of a call: " + fault);
    };
  }

  /** Some faults can only happen to some calls. */
  private static boolean fits(Fault fault, SdkRequest request) {
    return switch (fault) {
      case PAGE_CUT_SHORT, BATCH_LEFT_OVER -> Partial.fits(fault, request);
      case TRANSACTION_CONFLICT -> request instanceof TransactWriteItemsRequest;
      default -> true;
    };
  }

  private static Object ending(
      Fault fault, Invocation invocation, SdkRequest request, Flaw.Call call) throws Throwable {
    return switch (fault) {
      case KILLED_BEFORE_CALL -> throw invocation.kill();
      case KILLED_DURING_CALL -> {
        quietly(request, call);
        throw invocation.kill();
      }
      default -> {
        LockSupport.parkNanos(STALL_NANOS);
        yield call.with(request);
      }
    };
  }

  private static Object dynamo(Fault fault, SdkRequest request, Flaw.Call call) throws Throwable {
    return switch (fault) {
      case DYNAMO_THROTTLED ->
          throw ProvisionedThroughputExceededException.builder()
              .message("the table is throttled")
              .statusCode(400)
              .build();
      case DYNAMO_FAILED -> throw failure();
      case DYNAMO_DONE_BUT_FAILED -> {
        quietly(request, call);
        throw failure();
      }
      case DYNAMO_REPEATED -> {
        quietly(request, call);
        yield call.with(request);
      }
      case TRANSACTION_CONFLICT -> throw conflict((TransactWriteItemsRequest) request);
      default -> Partial.answer(fault, request, call);
    };
  }

  private static TransactionCanceledException conflict(TransactWriteItemsRequest request) {
    return TransactionCanceledException.builder()
        .message("another transaction is under way")
        .cancellationReasons(
            request.transactItems().stream()
                .map(_ -> CancellationReason.builder().code("TransactionConflict").build())
                .toList())
        .build();
  }

  private static InternalServerErrorException failure() {
    return InternalServerErrorException.builder().message("it failed").statusCode(500).build();
  }

  /** Carries a call out whose answer nobody sees. */
  static void quietly(SdkRequest request, Flaw.Call call) throws Throwable {
    try {
      var _ = call.with(request);
    } catch (RuntimeException e) {
      // Nobody sees that either.
    }
  }
}
