package parley.tests.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run's faults, all from one seed. */
final class Plan {

  private final long seed;
  private final List<Map<String, Object>> rules = new ArrayList<>();

  private Plan(long seed) {
    this.seed = seed;
  }

  /** Of every kind some, so that work goes on. */
  static List<Map<String, Object>> of(long seed) {
    var plan = new Plan(seed);
    for (var when : List.of("before", "during", "after")) {
      plan.often("kill", 0.002, 1, Map.of("when", when, "function", "*SendMessage*"));
      plan.often("kill", 0.002, 1, Map.of("when", when, "function", "*DeliverFunction*"));
    }
    plan.often("time-out", 0.002, 1, Map.of("when", "during", "function", "*SendMessage*"));
    plan.often("throttle", 0.004, 0, Map.of("service", "dynamodb"));
    plan.often("throttle", 0.01, 0, Map.of("service", "execute-api"));
    plan.often("error", 0.002, 0, Map.of("service", "dynamodb"));
    plan.often("error", 0.002, 0, Map.of("service", "dynamodb", "when", "during"));
    plan.often("error", 0.01, 0, Map.of("service", "execute-api", "when", "during"));
    plan.often("conflict", 0.004, 0, Map.of());
    plan.often("gone", 0.0005, 4, Map.of());
    plan.often("latency", 0.004, 0, Map.of("milliseconds", 40));
    plan.often("cut", 0.001, 0, Map.of("direction", "in"));
    plan.often("cut", 0.001, 0, Map.of("direction", "in", "when", "after"));
    plan.often("cut", 0.0005, 0, Map.of("direction", "out"));
    plan.often("half-open", 0.0002, 3, Map.of());
    plan.often("stall", 0.0002, 3, Map.of("direction", "out"));
    plan.often("no-disconnect", 0.5, 0, Map.of());
    for (var kind : List.of("repeat", "split", "reorder")) {
      plan.often(kind, 0.04, 0, Map.of());
    }
    plan.often("late", 0.02, 0, Map.of("milliseconds", 100));
    return plan.rules;
  }

  private void often(String kind, double probability, int count, Map<String, Object> more) {
    var rule = new HashMap<String, Object>(more);
    rule.put("kind", kind);
    rule.put("probability", probability);
    rule.put("count", count);
    rule.put("seed", seed + rules.size());
    rules.add(rule);
  }
}
