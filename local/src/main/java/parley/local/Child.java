package parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that never outlives the twin, however the twin ends.
 *
 * <p>A shell stands between: it holds the read end of a pipe from the twin, and ends the process
 * when the pipe closes. The system closes it even after {@code kill -9}.
 */
public final class Child implements AutoCloseable {

  private static final String WATCH =
      """
      trap '' INT
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      ( while read -r _ <&3; do :; done
        kill -TERM $child; sleep 2; kill -KILL $child ) 2>/dev/null >/dev/null &
      watch=$!
      exec 3<&-
      wait $child
      status=$?
      kill $watch 2>/dev/null
      exit $status
      """;

  /** A log that keeps nothing. */
  public static final Path NOWHERE = Path.of("/dev/null");

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts a process with exactly these environment variables.
   *
   * @param log where its output is appended
   */
  public static Child start(
      List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(log.toAbsolutePath().getParent());
    var line = new ArrayList<>(List.of("sh", "-c", WATCH, "twin"));
    line.addAll(command);
    var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    builder.environment().putAll(environment);
    return new Child(builder.start());
  }

  /** The {@code java} that runs the twin. */
  public static String javaCommand() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Completes with the exit status when it has ended. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Its JVM. Throws {@link IllegalStateException} where it runs none. */
  public ProcessHandle java() {
    return process
        .children()
        .filter(child -> child.info().command().filter(c -> c.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the process runs no JVM"));
  }

  /** Ends it at once, without a chance to clean up. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Asks it to end. */
  public void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      kill();
    }
  }

  /** Asks it to end, waits a little, and then ends it. */
  @Override
  public void close() {
    stop();
    await(Duration.ofSeconds(5));
  }

  private void await(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
