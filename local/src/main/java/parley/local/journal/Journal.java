package parley.local.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import parley.local.journal.Request.Kind;

/**
 * The latest requests, oldest forgotten first. Safe for many threads; noting a step takes no lock
 * that requests share.
 */
public final class Journal {

  private static final int MOST_REQUESTS = 1_000;

  /** In characters of texts that passed by. */
  private static final long MOST_WEIGHT = 24L << 20;

  private final Clock clock;
  private final Deque<Request> requests = new ArrayDeque<>();
  private final Map<String, Trace> invocations = new ConcurrentHashMap<>();
  private long last;
  private long version;

  /** One with this clock's times. */
  public Journal(Clock clock) {
    this.clock = clock;
  }

  /**
   * Serves a request: what is noted meanwhile belongs to it.
   *
   * @param what as it came, such as {@code POST /api/things}
   * @param status how it ended, read from what the work gives
   */
  public <T, X extends Throwable> T request(
      Kind kind, String what, ScopedValue.CallableOp<T, X> work, Function<T, String> status)
      throws X {
    var request = begin(kind, what);
    var end = "failed in the twin";
    try {
      var result =
          ScopedValue.where(Trace.CURRENT, new Trace(request, request.trail(), clock)).call(work);
      end = status.apply(result);
      return result;
    } finally {
      request.ended(end, Duration.between(request.at(), clock.instant()));
      changed(request);
    }
  }

  /**
   * Runs a function for the request that this thread serves.
   *
   * @param id Lambda's id of the invocation, by which {@link #call} finds it
   * @param function its logical id
   */
  public <T> T invocation(
      String id,
      String function,
      byte[] payload,
      Supplier<T> work,
      Function<T, byte[]> answer,
      Function<T, Boolean> failed) {
    if (!Trace.CURRENT.isBound()) {
      return work.get();
    }
    var outer = Trace.CURRENT.get();
    var inner = outer.within(new Trail());
    var began = clock.instant();
    inner.pass("event", Text.of(payload));
    invocations.put(id, inner);
    try {
      var result = work.get();
      inner.pass("result", Text.of(answer.apply(result)));
      outer.request().ran(function, failed.apply(result));
      outer
          .trail()
          .add(
              new Step.Invoked(
                  began, id, function, inner.since(began), failed.apply(result), inner.trail()));
      return result;
    } finally {
      invocations.remove(id);
      changed(outer.request());
    }
  }

  /**
   * What is known of a call to AWS before it is answered.
   *
   * @param invocation the invocation that makes it; "" where none does
   * @param caller a function's logical id, or who else calls
   * @param service the signing name
   * @param operation such as {@code PutItem}
   * @param body what was sent
   */
  public record Call(
      String invocation, String caller, String service, String operation, byte[] body) {}

  /** Answers a call to AWS: a step of the invocation that makes it, or else a request by itself. */
  public <T> T call(
      Call call, Supplier<T> work, ToIntFunction<T> status, Function<T, byte[]> answer) {
    var outer = invocations.get(call.invocation());
    if (outer == null) {
      return request(
          Kind.CALL,
          "%s: %s %s".formatted(call.caller(), call.service(), call.operation()),
          () -> call(Trace.CURRENT.get(), call, work, status, answer),
          result -> Integer.toString(status.applyAsInt(result)));
    }
    return call(outer, call, work, status, answer);
  }

  /** Makes a call to AWS that the request of this thread needs: a step of it. */
  public <T> T step(
      Call call, Supplier<T> work, ToIntFunction<T> status, Function<T, byte[]> answer) {
    return Trace.CURRENT.isBound()
        ? call(Trace.CURRENT.get(), call, work, status, answer)
        : work.get();
  }

  private static <T> T call(
      Trace outer,
      Call call,
      Supplier<T> work,
      ToIntFunction<T> status,
      Function<T, byte[]> answer) {
    var inner = outer.within(new Trail());
    var began = outer.clock().instant();
    outer.request().called();
    inner.pass("sent", Text.of(call.body()));
    var result = ScopedValue.where(Trace.CURRENT, inner).call(work::get);
    inner.pass("answer", Text.of(answer.apply(result)));
    outer
        .trail()
        .add(
            new Step.Called(
                began,
                call.caller(),
                call.service(),
                call.operation(),
                inner.since(began),
                status.applyAsInt(result),
                inner.trail()));
    return result;
  }

  /** All that is kept, the newest first. */
  public synchronized List<Request> newest() {
    return List.copyOf(requests.reversed());
  }

  /** The request of that id; empty where it is forgotten, or was never there. */
  public synchronized Optional<Request> find(long id) {
    return requests.stream().filter(request -> request.id() == id).findFirst();
  }

  /** Waits until something is newer than that version, or the time is over: what is newer. */
  public synchronized List<Request> changedSince(long known, Duration atMost)
      throws InterruptedException {
    var until = System.nanoTime() + atMost.toNanos();
    while (version <= known) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive()) {
        return List.of();
      }
      wait(left.toMillis() + 1);
    }
    return requests.stream().filter(request -> request.version() > known).toList();
  }

  private synchronized Request begin(Kind kind, String what) {
    var request = new Request(++last, kind, what, clock.instant());
    requests.addLast(request);
    while (requests.size() > MOST_REQUESTS
        || (requests.size() > 1
            && requests.stream().mapToLong(Request::weight).sum() > MOST_WEIGHT)) {
      requests.removeFirst();
    }
    changed(request);
    return request;
  }

  private synchronized void changed(Request request) {
    request.version(++version);
    notifyAll();
  }
}
