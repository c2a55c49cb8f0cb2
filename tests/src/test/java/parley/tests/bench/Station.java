package parley.tests.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crac.Resource;

/**
 * A function's process: reads lines, each an event or {@link #PRIME}, and answers each with a line:
 * the microseconds it took, the microseconds of CPU time, and what the function said.
 *
 * <p>Runs with the function's jar and this class alone, so that nothing else is loaded.
 */
final class Station {

  /** Does what Lambda does before it takes a snapshot. */
  static final String PRIME = "prime";

  private Station() {}

  /** Serves the handler of this class name, until its input ends. */
  public static void main(String[] handlerClass) throws Exception {
    var answers = System.out;
    System.setOut(System.err);
    var handler =
        (RequestStreamHandler)
            Class.forName(handlerClass[0]).getDeclaredConstructor().newInstance();
    var context =
        (Context)
            Proxy.newProxyInstance(
                Station.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                    method.getReturnType() == String.class ? "bench" : null);
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      serve(handler, context, line, answers);
    }
  }

  private static void serve(
      RequestStreamHandler handler, Context context, String line, PrintStream answers)
      throws Exception {
    var cpu = cpuNanos();
    var began = System.nanoTime();
    var out = new ByteArrayOutputStream();
    if (line.equals(PRIME)) {
      beforeSnapshot();
    } else {
      handler.handleRequest(
          new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out, context);
    }
    answers.printf(
        "%d %d %s%n",
        (System.nanoTime() - began) / 1000,
        (cpuNanos() - cpu) / 1000,
        out.toString(StandardCharsets.UTF_8));
    answers.flush();
  }

  /** Runs what the function registered with CRaC; outside of Lambda nothing else can ask for it. */
  private static void beforeSnapshot() throws Exception {
    var registered = Class.forName("parley.kernel.Priming").getDeclaredField("REGISTERED");
    registered.setAccessible(true);
    for (var resource : (List<?>) registered.get(null)) {
      ((Resource) resource).beforeCheckpoint(null);
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
