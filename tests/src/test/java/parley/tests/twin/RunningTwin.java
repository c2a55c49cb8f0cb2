package parley.tests.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The twin, started once for all tests of a run by the README's command, with its data in memory.
 */
public final class RunningTwin {

  private static final int PORT = 4600;
  private static final URI SITE = URI.create("http://localhost:%d".formatted(PORT));
  private static final String READY = "ready";

  private static boolean started;

  private RunningTwin() {}

  /** The chat's address; starts the twin at the first call. */
  public static synchronized URI site() {
    if (!started) {
      start();
      started = true;
    }
    return SITE;
  }

  private static void start() {
    try {
      var process =
          new ProcessBuilder(
                  "bin/start",
                  "--memory",
                  "--empty",
                  "--port",
                  Integer.toString(PORT),
                  "--data",
                  "tests/target/twin")
              .directory(Path.of("..").toFile())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      var output = process.inputReader();
      awaitReady(output);
      Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.contains(READY)) {
        return;
      }
    }
    throw new IllegalStateException("the twin did not start:\n" + String.join("\n", lines));
  }
}
