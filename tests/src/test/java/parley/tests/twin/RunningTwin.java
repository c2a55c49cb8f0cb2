package parley.tests.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The twin, started once for all tests of a run by the README's command, its data in memory. */
public final class RunningTwin {

  private static final int PORT = Integer.getInteger("twin.port", 4600);
  private static final URI SITE = URI.create("http://localhost:%d".formatted(PORT));
  private static final String READY = "ready";
  private static final int STOP_SECONDS = 60;

  /** What the twin printed, to be looked at when all tests are over. */
  public static final Path OUTPUT = Path.of("target/twin-output.txt");

  private static @Nullable Process process;

  private RunningTwin() {}

  /** The chat's address; starts the twin at the first call. */
  public static synchronized URI site() {
    if (process == null) {
      process = start(List.of());
    }
    return SITE;
  }

  /**
   * Begins anew, with more of the command's options. Throws {@link IllegalStateException} with what
   * was printed where it does not start.
   */
  public static synchronized void restart(String... options) {
    if (process != null) {
      end(process.toHandle());
      Person.forgetAll();
    }
    process = start(List.of(options));
  }

  /** Where faults are asked for; it is there with the option {@code --faults}. */
  public static URI faults() {
    return URI.create("http://localhost:%d".formatted(PORT + 4));
  }

  private static Process start(List<String> options) {
    try {
      var started =
          new ProcessBuilder(command(options))
              .directory(Path.of("..").toFile())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started.toHandle())));
      var output = started.inputReader();
      Files.deleteIfExists(OUTPUT);
      awaitReady(output);
      // A read of a pipe holds a virtual thread's carrier, of which there are as many as cores.
      Thread.ofPlatform().daemon().start(() -> output.lines().forEach(RunningTwin::keep));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unlike a process a handle leaves the output to be read to its end. */
  private static void end(ProcessHandle twin) {
    twin.destroy();
    var _ = twin.onExit().completeOnTimeout(twin, STOP_SECONDS, TimeUnit.SECONDS).join();
    twin.destroyForcibly();
    twin.onExit().join();
  }

  private static List<String> command(List<String> options) {
    var command =
        new ArrayList<>(List.of("bin/start", "--memory", "--empty", "--data", "tests/target/twin"));
    command.addAll(List.of("--port", Integer.toString(PORT)));
    command.addAll(options);
    return command;
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      keep(line);
      if (line.contains(READY)) {
        return;
      }
    }
    throw new IllegalStateException("the twin did not start:\n" + String.join("\n", lines));
  }

  private static void keep(String line) {
    try {
      Files.writeString(OUTPUT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
