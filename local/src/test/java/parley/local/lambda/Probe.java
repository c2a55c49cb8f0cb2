package parley.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** A function to try the twin with: it runs in a JVM of its own, and does what its event says. */
public final class Probe {

  /** Answers one event: {@code "environment"}, {@code "fail"}, {@code "exit"} or {@code "hang"}. */
  public void handle(InputStream in, OutputStream out) throws IOException, InterruptedException {
    var event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    switch (event) {
      case "\"environment\"" -> out.write(environment().getBytes(StandardCharsets.UTF_8));
      case "\"fail\"" -> throw new IllegalStateException("told to fail");
      case "\"exit\"" -> Runtime.getRuntime().halt(3);
      case "\"hang\"" -> Thread.sleep(60_000);
      default -> out.write(event.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String environment() {
    var json = new StringBuilder("{\"PID\":\"" + ProcessHandle.current().pid() + "\"");
    new TreeMap<>(System.getenv())
        .forEach(
            (name, value) ->
                json.append(",\"%s\":\"%s\"".formatted(name, value.replace("\"", "'"))));
    return json.append('}').toString();
  }
}
