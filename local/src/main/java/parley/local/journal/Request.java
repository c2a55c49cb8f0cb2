package parley.local.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that reached the stack from outside, and all that came of it. Safe for many threads.
 */
public final class Request {

  /** How it came. */
  public enum Kind {
    /** A request to a REST API. */
    REST,
    /** A connection's opening, frame or end. */
    SOCKET,
    /** A batch of a stream. */
    STREAM,
    /** A batch of a queue's messages. */
    QUEUE,
    /** An event that a rule sends to a target. */
    EVENT,
    /** What a device does that is connected to IoT Core. */
    DEVICE,
    /**
     * A call to AWS outside of any invocation: of a person, or of a function between two events.
     */
    CALL
  }

  /** What came of it. */
  public enum Outcome {
    RUNNING,
    DONE,
    /** A gateway or a service refused it. */
    REFUSED,
    /** A permission was missing. */
    DENIED,
    /** A function failed. */
    FAILED
  }

  private final long id;
  private final Kind kind;
  private final String what;
  private final Instant at;
  private final Trail trail = new Trail();
  private final Set<String> functions = new LinkedHashSet<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger denials = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong weight = new AtomicLong();
  private volatile String route = "";
  private volatile String problem = "";
  private volatile String status = "";
  private volatile @Nullable Duration took;
  private volatile long version;

  Request(long id, Kind kind, String what, Instant at) {
    this.id = id;
    this.kind = kind;
    this.what = what;
    this.at = at;
  }

  /** Grows from request to request. */
  public long id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** As it came, such as {@code POST /api/things}. */
  public String what() {
    return what;
  }

  /** When it came. */
  public Instant at() {
    return at;
  }

  /** Its own steps. */
  public Trail trail() {
    return trail;
  }

  /** The route that it took; "" where none was found. */
  public String route() {
    return route;
  }

  /** What it is one of, without what differs from one to the next: {@code socket send}. */
  String cause() {
    return switch (kind) {
      case REST -> route;
      case SOCKET -> "socket " + (route.isEmpty() ? what.split(" ", 2)[0] : route);
      case STREAM -> "stream " + what.split(":", 2)[0];
      case QUEUE -> "queue " + what.split(":", 2)[0];
      case EVENT -> "rule " + what.split(" ", 2)[0];
      case DEVICE -> "device " + what.split(" ", 2)[0];
      case CALL -> "";
    };
  }

  /** Why it was refused or denied or failed, in one sentence; "" where it was not. */
  public String problem() {
    return problem;
  }

  /** How it ended; "" before. */
  public String status() {
    return status;
  }

  /** How long it took; empty while it runs. */
  public Optional<Duration> took() {
    return Optional.ofNullable(took);
  }

  /** The logical ids of the functions that ran for it. */
  public List<String> functions() {
    synchronized (functions) {
      return List.copyOf(functions);
    }
  }

  /** How many calls to AWS it led to. */
  public int calls() {
    return calls.get();
  }

  /** Changes whenever something of it that a list shows does, and only grows. */
  public long version() {
    return version;
  }

  /** What came of it until now. */
  public Outcome outcome() {
    if (denials.get() > 0) {
      return Outcome.DENIED;
    }
    if (failures.get() > 0) {
      return Outcome.FAILED;
    }
    if (!problem.isEmpty()) {
      return Outcome.REFUSED;
    }
    return took == null ? Outcome.RUNNING : Outcome.DONE;
  }

  void took(String through) {
    route = through;
  }

  void weighs(int characters) {
    weight.addAndGet(characters);
  }

  long weight() {
    return weight.get();
  }

  void ran(String function, boolean failed) {
    synchronized (functions) {
      functions.add(function);
    }
    if (failed) {
      failures.incrementAndGet();
      blame(function + " failed");
    }
  }

  void called() {
    calls.incrementAndGet();
  }

  void denied(String message) {
    denials.incrementAndGet();
    blame(message);
  }

  void refused(String message) {
    blame(message);
  }

  void ended(String with, Duration after) {
    status = with;
    took = after;
  }

  void version(long next) {
    version = next;
  }

  private synchronized void blame(String sentence) {
    if (problem.isEmpty()) {
      problem = sentence;
    }
  }
}
