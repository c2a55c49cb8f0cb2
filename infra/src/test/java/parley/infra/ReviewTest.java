package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parley.infra.platform.Accepted;

/** The security reviews that auditors know, over the smallest and the largest configuration. */
class ReviewTest {

  private static final Review DEMO = Review.of(Synthesized.SMALLEST);
  private static final Review FULL = Review.of(Synthesized.LARGEST);
  private static final Review WITH_RELAY = Review.of(Relay::stack);

  @Test
  void nothingIsFoundThatIsNotAcceptedWithAReason() {
    assertThat(List.of(DEMO, FULL, WITH_RELAY))
        .allSatisfy(
            review -> {
              assertThat(review.rules()).isGreaterThan(500);
              assertThat(review.open())
                  .as("change the resource; where that is worse, see docs/review.md")
                  .isEmpty();
            });
  }

  @Test
  void nothingIsAcceptedThatIsNotFound() {
    assertThat(acceptedIn(Synthesized.DEMO)).isEqualTo(foundIn(DEMO));
    assertThat(acceptedIn(Synthesized.FULL)).isEqualTo(foundIn(FULL));
    assertThat(acceptedIn(Relay.STACK)).isEqualTo(foundIn(WITH_RELAY));
  }

  @Test
  void nothingIsAcceptedForAWholeStack() {
    for (var stack : List.of(Synthesized.DEMO, Synthesized.FULL)) {
      assertThat(stack.template().path("Metadata").has("cdk_nag")).isFalse();
    }
  }

  @Test
  void atMostFifteenKindsAreAcceptedAndEachRuleIsOfOne() {
    assertThat(Accepted.values()).hasSizeLessThanOrEqualTo(15);
    assertThat(Arrays.stream(Accepted.values()).flatMap(kind -> kind.rules().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyKindThatMayBeAcceptedIsFoundSomewhere() {
    var found = new HashSet<String>();
    List.of(DEMO, FULL, WITH_RELAY)
        .forEach(r -> r.accepted().forEach(f -> found.add(f.split(" on ", 2)[0])));
    var unused = new EnumMap<Accepted, List<String>>(Accepted.class);
    for (var kind : Accepted.values()) {
      var rules = kind.rules().stream().filter(rule -> !found.contains(rule)).toList();
      if (!rules.isEmpty()) {
        unused.put(kind, rules);
      }
    }
    assertThat(unused).isEqualTo(Map.of());
  }

  /** How often each rule is accepted, as the template has it. */
  private static TreeSet<String> acceptedIn(Synthesized stack) {
    var accepted = new TreeSet<String>();
    stack.each(
        (id, resource) ->
            resource
                .at("/Metadata/cdk_nag/rules_to_suppress")
                .forEach(
                    rule -> {
                      assertThat(rule.path("reason").asText()).as(id).hasSizeGreaterThan(40);
                      accepted.add(rule.path("id").asText() + " on " + stack.path(id));
                    }));
    return accepted;
  }

  private static TreeSet<String> foundIn(Review review) {
    return new TreeSet<>(review.accepted());
  }
}
