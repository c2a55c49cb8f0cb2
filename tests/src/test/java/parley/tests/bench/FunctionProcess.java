package parley.tests.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A function's JVM, started as Lambda starts it, that is asked event after event. */
record FunctionProcess(Process process, PrintWriter events, BufferedReader answers)
    implements AutoCloseable {

  /** What Lambda's Java runtime passes by default, besides the heap's size. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /**
   * What one event took.
   *
   * @param milliseconds of the clock
   * @param cpuMilliseconds of all threads
   * @param text the function's answer
   */
  record Answer(double milliseconds, double cpuMilliseconds, String text) {}

  /** Starts it; it uses the AWS that is at this address. */
  static FunctionProcess start(Functions.Function function, URI aws) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            FLAGS.get(0),
            FLAGS.get(1),
            FLAGS.get(2),
            "-Xmx" + function.memoryMegabytes() * 4 / 5 + "m",
            "-cp",
            function.jar() + ":target/test-classes",
            Station.class.getName(),
            function.handler());
    builder.redirectError(Path.of("target/bench-functions.log").toFile());
    var environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    environment.putAll(function.variables(aws));
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new FunctionProcess(
        process,
        new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true),
        process.inputReader(StandardCharsets.UTF_8));
  }

  /** Sends it a line, an event or {@link Station#PRIME}, and waits for the answer. */
  Answer ask(String line) throws IOException {
    events.println(line);
    var answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the function ended: see tests/target/bench-functions.log");
    }
    var parts = answer.split(" ", 3);
    return new Answer(
        Double.parseDouble(parts[0]) / 1000, Double.parseDouble(parts[1]) / 1000, parts[2]);
  }

  /** The CPU time since it was started. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws InterruptedException {
    events.close();
    process.waitFor();
  }
}
