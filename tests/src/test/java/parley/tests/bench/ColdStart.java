package parley.tests.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each function takes from the start of its JVM to its first answer, and how long the
 * first answer takes in a process that has done what it does before a snapshot.
 */
final class ColdStart {

  private static final int TIMES = 3;

  private ColdStart() {}

  static Table ofFunctions() throws Exception {
    var functions = Functions.ofDemo();
    var table =
        new Table(
            "the first answer, ms (median of " + TIMES + ")",
            "cold",
            "cold, CPU",
            "primed",
            "primed, CPU",
            "cold over primed");
    try (var meter = Meter.with(functions.tables())) {
      Room.open(functions, meter, 2);
      for (var function : functions.list()) {
        var cold = new ArrayList<First>();
        var primed = new ArrayList<First>();
        for (var i = 0; i < TIMES; i++) {
          cold.add(cold(function, meter.address()));
          primed.add(primed(function, meter.address()));
        }
        table.row(
            function.name(),
            wall(cold),
            cpu(cold),
            wall(primed),
            cpu(primed),
            wall(cold) / wall(primed));
      }
    }
    return table;
  }

  private static First cold(Functions.Function function, URI aws) throws Exception {
    var began = System.nanoTime();
    try (var process = FunctionProcess.start(function, aws)) {
      process.ask(Events.ofAnyKind());
      return new First((System.nanoTime() - began) / 1e6, process.cpu().toNanos() / 1e6);
    }
  }

  private static First primed(Functions.Function function, URI aws) throws Exception {
    try (var process = FunctionProcess.start(function, aws)) {
      process.ask(Station.PRIME);
      var answer = process.ask(Events.ofAnyKind());
      return new First(answer.milliseconds(), answer.cpuMilliseconds());
    }
  }

  private static double wall(List<First> firsts) {
    return Samples.of(firsts.stream().map(First::milliseconds).toList()).median();
  }

  private static double cpu(List<First> firsts) {
    return Samples.of(firsts.stream().map(First::cpuMilliseconds).toList()).median();
  }

  private record First(double milliseconds, double cpuMilliseconds) {}
}
