package parley.tests.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A twin of its own, started by the README's command with its tables in memory.
 *
 * @param process what {@code bin/start} became
 * @param said the seconds that it says it took to be ready
 */
record TwinProcess(Process process, double said) implements AutoCloseable {

  private static final int PORT = 4650;
  private static final Pattern READY = Pattern.compile("ready after ([0-9.]+) s");

  /** Starts it, and waits until it is ready. Two of the same name have the same data folder. */
  static TwinProcess start(String name, List<String> options) throws IOException {
    var command = new ArrayList<>(List.of("bin/start", "--memory", "--port", "" + PORT));
    command.addAll(List.of("--data", "tests/target/" + name));
    command.addAll(options);
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("..").toFile())
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    var output = process.inputReader();
    var lines = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var ready = READY.matcher(line);
      if (ready.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(process));
        return new TwinProcess(process, Double.parseDouble(ready.group(1)));
      }
      lines.append(line).append('\n');
    }
    throw new IOException("the twin did not start:\n" + lines);
  }

  /** Reads on, so that it never waits for us; its end closes the stream. */
  private static void drain(Process process) {
    try {
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return;
    }
  }

  URI site() {
    return URI.create("http://localhost:" + PORT);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
