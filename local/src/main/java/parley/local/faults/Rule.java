package parley.local.faults;

import java.time.Duration;
import java.util.Map;
import parley.local.iam.Glob;

/**
 * What is to happen, and on which occasions.
 *
 * @param kind what happens
 * @param when at which moment of the occasion; "" where there is no choice
 * @param selectors patterns that an occasion must match, by what they are of
 * @param nth the first matching occasion that counts, from 1 on
 * @param count how often at most; 0 for no end
 * @param probability of each occasion, above 0 and at most 1
 * @param seed of all that is drawn by chance
 * @param lasting how long, of what takes time
 */
record Rule(
    Kind kind,
    String when,
    Map<String, String> selectors,
    long nth,
    long count,
    double probability,
    long seed,
    Duration lasting) {

  /** Whether it is about this occasion, which has a value for each selector of its site. */
  boolean concerns(Map<String, String> occasion) {
    return selectors.entrySet().stream()
        .allMatch(
            selector ->
                Glob.of(selector.getValue()).matches(occasion.getOrDefault(selector.getKey(), "")));
  }
}
