package parley.local.lambda;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A function's execution environments, and the events that wait for one.
 *
 * <p>Each environment runs one event at a time. One more is started where an event finds none idle,
 * up to the function's limit; beyond that events wait in order. An environment that gets nothing to
 * do for a while ends.
 */
final class Pool implements AutoCloseable {

  /** How long a JVM may take to ask for its first event. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration IDLE_LIMIT = Duration.ofMinutes(15);

  /** After this long without an event an environment is told to rest. */
  private static final Duration REST = Duration.ofSeconds(3);

  private static final byte[] ENDING = Errors.of("Twin.Ending", "the twin is ending");

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lambda-timeouts").daemon().factory());

  private final Function function;
  private final Launcher launcher;
  private final Duration rest;
  private final Queue<Invocation> waiting = new ArrayDeque<>();
  private final List<Environment> environments = new ArrayList<>();
  private int idle;
  private int starting;
  private boolean closed;

  Pool(Function function, Launcher launcher) {
    this(function, launcher, REST);
  }

  /** One whose environments are told to rest after that long without an event. */
  Pool(Function function, Launcher launcher, Duration rest) {
    this.function = function;
    this.launcher = launcher;
    this.rest = rest;
  }

  Function function() {
    return function;
  }

  /** How many environments there are, those that start included. */
  synchronized int size() {
    return environments.size();
  }

  /** Queues an event. */
  synchronized void submit(Invocation invocation) {
    if (closed) {
      invocation.fail(ENDING);
      return;
    }
    waiting.add(invocation);
    scale();
    notifyAll();
  }

  /** Starts an environment before there is an event, unless there is one. */
  synchronized void warm() {
    if (environments.isEmpty()) {
      startOne();
    }
  }

  /** An environment asks for its next event, and waits; empty where it should end. */
  synchronized Optional<Invocation> next(Environment environment) throws InterruptedException {
    if (!environment.isReady()) {
      environment.becomeReady();
      starting--;
      launcher.started();
    }
    var invocation = take(environment);
    while (environment.isRetired() && !environment.isGone() && !closed) {
      wait();
    }
    return invocation;
  }

  private Optional<Invocation> take(Environment environment) throws InterruptedException {
    var until = System.nanoTime() + IDLE_LIMIT.toNanos();
    var told = false;
    idle++;
    try {
      while (waiting.isEmpty()) {
        var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (environment.isGone() || closed || left <= 0) {
          environment.stop();
          return Optional.empty();
        }
        wait(Math.min(left, rest.toMillis()));
        if (waiting.isEmpty() && environment.hasAnswered() && !told) {
          told = true;
          if (launcher.rests(this, environment)) {
            environment.retire();
            return Optional.empty();
          }
        }
      }
      if (environment.isGone()) {
        return Optional.empty();
      }
      var invocation = waiting.remove();
      environment.take(invocation);
      limit(invocation);
      return Optional.of(invocation);
    } finally {
      idle--;
    }
  }

  /** An environment could not start, for the reason in this error document. */
  synchronized void failedToStart(Environment environment, byte[] error) {
    environment.failedToStart(error);
  }

  /** Ends an environment's invocation of this id, which it has answered. */
  synchronized Optional<Invocation> finish(Environment environment, String requestId) {
    var current = environment.current();
    if (current == null || !current.id().equals(requestId)) {
      return Optional.empty();
    }
    environment.finish();
    return Optional.of(current);
  }

  @Override
  public void close() {
    List<Environment> all;
    synchronized (this) {
      closed = true;
      waiting.forEach(invocation -> invocation.fail(ENDING));
      waiting.clear();
      notifyAll();
      all = List.copyOf(environments);
    }
    all.forEach(Environment::stop);
    all.forEach(Environment::close);
  }

  private void scale() {
    var serving = environments.stream().filter(environment -> !environment.isRetired()).count();
    if (waiting.size() > idle + starting && serving < function.environments()) {
      startOne();
    }
  }

  private void startOne() {
    if (closed) {
      return;
    }
    var environment = new Environment(UUID.randomUUID().toString());
    environments.add(environment);
    starting++;
    launcher.launch(this, environment, status -> ended(environment, status));
    CLOCK.schedule(
        () -> {
          synchronized (this) {
            if (!environment.isReady()) {
              environment.kill();
            }
          }
        },
        START_LIMIT.toSeconds(),
        TimeUnit.SECONDS);
  }

  private void limit(Invocation invocation) {
    var timeout =
        CLOCK.schedule(
            () -> {
              var unused = timeOut(invocation.id());
            },
            function.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    invocation.result().thenRun(() -> timeout.cancel(false));
  }

  /** Ends the process that runs the invocation of this id. False where none does. */
  boolean kill(String requestId) {
    return end(requestId, Errors.killed(requestId));
  }

  /** The invocation of this id has had all its time. False where none is under way. */
  boolean timeOut(String requestId) {
    return end(requestId, Errors.timedOut(requestId, function.timeout()));
  }

  /** What is not over fails so, and its environment gets no further event until it is gone. */
  private boolean end(String requestId, byte[] error) {
    Optional<Environment> ended;
    synchronized (this) {
      ended = environments.stream().filter(e -> e.invocation().equals(requestId)).findFirst();
      if (ended.isEmpty() || !ended.get().failCurrent(error)) {
        return false;
      }
    }
    ended.get().kill();
    return true;
  }

  private synchronized void ended(Environment environment, int status) {
    environment.becomeGone();
    environments.remove(environment);
    var current = environment.current();
    if (current != null) {
      current.fail(Errors.exited(current.id(), status));
    }
    if (!environment.isReady()) {
      starting--;
      launcher.started();
      failFirst(environment, status);
    }
    if (environment.isRetired()) {
      warm();
    }
    if (!closed) {
      scale();
    }
    notifyAll();
  }

  private void failFirst(Environment environment, int status) {
    var first = waiting.poll();
    if (first == null) {
      return;
    }
    var reason = environment.initError();
    first.fail(reason.length > 0 ? reason : Errors.exited(first.id(), status));
  }
}
