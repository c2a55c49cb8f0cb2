package parley.local.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import parley.local.iam.Decision;

/**
 * Where on a request's way this thread is. Its static methods note a step there; in a thread that
 * works for no request they do nothing.
 *
 * @param request of which all is part
 * @param trail where the next step belongs
 * @param clock the time of steps
 */
public record Trace(Request request, Trail trail, Clock clock) {

  static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  /** The request takes this route. */
  public static void route(String route) {
    if (CURRENT.isBound()) {
      CURRENT.get().request.took(route);
    }
  }

  /**
   * What this thread works for: a route, {@code socket send}, or a stream's mapping; "" where it
   * works for no request.
   */
  public static String cause() {
    return CURRENT.isBound() ? CURRENT.get().request.cause() : "";
  }

  /** Something passes by. */
  public static void passed(String what, String text) {
    if (CURRENT.isBound()) {
      CURRENT.get().pass(what, Text.of(text));
    }
  }

  /** Something passes by, in UTF-8. */
  public static void passed(String what, byte[] text) {
    if (CURRENT.isBound()) {
      CURRENT.get().pass(what, Text.of(text));
    }
  }

  /** Somebody says no: a kind of refusal, and the reason in words. */
  public static void refused(String code, String message) {
    if (CURRENT.isBound()) {
      var trace = CURRENT.get();
      trace.trail.add(new Step.Refused(trace.clock.instant(), code, message));
      trace.request.refused(message);
    }
  }

  /** A permission was asked for. */
  public static void decided(Decision decision) {
    if (CURRENT.isBound()) {
      var trace = CURRENT.get();
      trace.trail.add(new Step.Decided(trace.clock.instant(), decision));
      if (!decision.allowed()) {
        trace.request.denied(decision.message());
      }
    }
  }

  /** The same work, for the same request in whatever thread it is done. */
  public static <T> Supplier<T> carried(Supplier<T> work) {
    if (!CURRENT.isBound()) {
      return work;
    }
    var trace = CURRENT.get();
    return () -> ScopedValue.where(CURRENT, trace).call(work::get);
  }

  /** One of another trail in the same request. */
  Trace within(Trail inner) {
    return new Trace(request, inner, clock);
  }

  void pass(String what, Text text) {
    if (text.length() > 0 && trail.add(new Step.Passed(clock.instant(), what, text))) {
      request.weighs(text.start().length());
    }
  }

  Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }
}
