package parley.local.lambda;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.Child;

/**
 * One execution environment: a JVM that asks for one event after another.
 *
 * <pre>
 * starting ──next──► idle ──event──► busy ──response or error, then next──► idle
 *     └───────────────┴───────────────┴──process ended──► gone
 * </pre>
 *
 * <p>Guarded by its pool's lock, but for the process and where something else is said.
 */
final class Environment {

  private final String id;
  private final CompletableFuture<Child> child = new CompletableFuture<>();
  private boolean ready;
  private boolean gone;
  private boolean answered;
  private boolean retired;
  private volatile @Nullable Invocation current;
  private byte[] initError = new byte[0];

  Environment(String id) {
    this.id = id;
  }

  /** What stands for it in the Runtime API's paths. */
  String id() {
    return id;
  }

  void runsAs(Child process) {
    child.complete(process);
  }

  void withProcess(Consumer<Child> use) {
    child.thenAccept(use);
  }

  void kill() {
    child.thenAccept(Child::kill);
  }

  void stop() {
    child.thenAccept(Child::stop);
  }

  void close() {
    child.completeExceptionally(new IllegalStateException("closed before it was started"));
    child.thenAccept(Child::close);
  }

  boolean isReady() {
    return ready;
  }

  void becomeReady() {
    ready = true;
  }

  boolean isGone() {
    return gone;
  }

  void becomeGone() {
    gone = true;
  }

  @Nullable Invocation current() {
    return current;
  }

  /** The id of what it runs now; "" where nothing. Safe without the lock. */
  String invocation() {
    var running = current;
    return running == null ? "" : running.id();
  }

  void take(Invocation invocation) {
    current = invocation;
  }

  /** What it runs fails with this error, and it gets nothing more. False where that was over. */
  boolean failCurrent(byte[] error) {
    var running = current;
    if (running == null || !running.fail(error)) {
      return false;
    }
    gone = true;
    return true;
  }

  void finish() {
    current = null;
    answered = true;
  }

  /** Whether it has answered at least once. */
  boolean hasAnswered() {
    return answered;
  }

  /** Whether it gets no further event, though its process still runs. */
  boolean isRetired() {
    return retired;
  }

  void retire() {
    retired = true;
  }

  /** Why it did not start; empty bytes where it did not say. */
  byte[] initError() {
    return initError;
  }

  void failedToStart(byte[] error) {
    initError = error;
  }
}
