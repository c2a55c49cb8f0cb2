package parley.local.faults;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A rule that waits for its occasions. Safe for many threads. */
final class Armed {

  private final String id;
  private final Rule rule;
  private final SplittableRandom random;
  private long seen;
  private long injected;

  Armed(String id, Rule rule) {
    this.id = id;
    this.rule = rule;
    this.random = new SplittableRandom(rule.seed());
  }

  String id() {
    return id;
  }

  Rule rule() {
    return rule;
  }

  /** True where it is to happen now. */
  synchronized boolean fires(Map<String, String> occasion) {
    if (!rule.concerns(occasion) || ++seen < rule.nth()) {
      return false;
    }
    if (rule.count() > 0 && injected >= rule.count()) {
      return false;
    }
    if (rule.probability() < 1 && random.nextDouble() >= rule.probability()) {
      return false;
    }
    injected++;
    return true;
  }

  /** A source of chance for one fault, from the rule's seed. */
  synchronized RandomGenerator draw() {
    return random.split();
  }

  /** How many occasions it was about. */
  synchronized long seen() {
    return seen;
  }

  /** How often it happened. */
  synchronized long injected() {
    return injected;
  }
}
