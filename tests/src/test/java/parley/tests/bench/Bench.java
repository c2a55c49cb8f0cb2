package parley.tests.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the figures that its arguments name, or all of them, and prints tables. */
final class Bench {

  /** One group of figures. */
  @FunctionalInterface
  interface Figures {

    Table take() throws Exception;
  }

  private static final Path ROOT = Path.of("..");

  private Bench() {}

  /** Runs in the folder {@code tests}, after {@code bin/build}. */
  public static void main(String[] names) throws Exception {
    var all = all();
    var wanted = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
    for (var name : wanted) {
      if (!all.containsKey(name)) {
        throw new IllegalArgumentException(
            "there are no figures \"%s\", only %s".formatted(name, all.keySet()));
      }
    }
    for (var name : wanted) {
      System.out.printf("%n## %s%n%n%s%n", name, all.get(name).take());
    }
    System.exit(0);
  }

  private static Map<String, Figures> all() {
    var all = new LinkedHashMap<String, Figures>();
    all.put("jars", () -> Jars.sizes(ROOT.resolve("lambdas")));
    all.put("start", Start::ofTwin);
    all.put("delivery", () -> inTwin(Delivery::times));
    all.put("burst", () -> inTwin(Burst::frames));
    all.put("hot-room", () -> inTwin(HotRoom::writers));
    all.put("cost", Cost::ofMessage);
    all.put("contention", Contention::attempts);
    all.put("cold-start", ColdStart::ofFunctions);
    return all;
  }

  private static Table inTwin(OfTwin figures) throws Exception {
    try (var twin = TwinProcess.start("bench", List.of("--empty"))) {
      return figures.take(twin.site());
    }
  }

  /** Figures that are taken from outside of a running twin. */
  @FunctionalInterface
  private interface OfTwin {

    Table take(URI site) throws Exception;
  }
}
