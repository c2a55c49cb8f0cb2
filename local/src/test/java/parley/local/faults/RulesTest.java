package parley.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.local.faults.Kind.Site;

/** When rules fire. */
class RulesTest {

  private static final RuleJson READER = new RuleJson(Map.of());

  private final Rules rules = new Rules();

  @Test
  void aRuleFiresAtItsNthOccasionAndAsOftenAsItSays() throws Exception {
    add("{\"kind\": \"throttle\", \"nth\": 3, \"count\": 2}");

    assertThat(fired(6)).containsExactly(2, 3);
  }

  @Test
  void aRuleFiresOnceUnlessItSaysMore() throws Exception {
    add("{\"kind\": \"throttle\"}");

    assertThat(fired(3)).containsExactly(0);
  }

  @Test
  void chanceIsTheSameForTheSameSeed() throws Exception {
    add("{\"kind\": \"throttle\", \"probability\": 0.3, \"seed\": 7}");
    var first = fired(50);
    rules.clear();
    add("{\"kind\": \"throttle\", \"probability\": 0.3, \"seed\": 7}");

    assertThat(first).hasSizeBetween(5, 30);
    assertThat(fired(50)).isEqualTo(first);
  }

  @Test
  void onlyMatchingOccasionsCount() throws Exception {
    add("{\"kind\": \"kill\", \"function\": \"Send*\", \"operation\": \"PutItem\", \"nth\": 2}");

    assertThat(fires("Send1", "PutItem")).isFalse();
    assertThat(fires("Deliver", "PutItem")).isFalse();
    assertThat(fires("Send2", "Query")).isFalse();
    assertThat(fires("Send2", "PutItem")).isTrue();
  }

  @Test
  void aKindBefallsOnlyWhatCanFailSo() throws Exception {
    add("{\"kind\": \"conflict\", \"count\": 0}");
    add("{\"kind\": \"gone\", \"count\": 0}");

    assertThat(fires("f", "Query")).isFalse();
    assertThat(fires("f", "TransactWriteItems")).isTrue();
    assertThat(rules.fire(Site.CALL, call("execute-api", "f", "PostToConnection")))
        .map(armed -> armed.rule().kind())
        .contains(Kind.GONE);
  }

  @Test
  void whatHappenedIsCountedByKindAlsoWhereItsRuleIsGone() throws Exception {
    add("{\"kind\": \"kill\", \"when\": \"after\", \"count\": 2}");
    fires("f", "Query");
    fires("f", "Query");
    rules.remove(rules.all().getFirst());
    fires("f", "Query");

    assertThat(rules.injected()).isEqualTo(Map.of("kill after", 2L));
    assertThat(rules.all()).isEmpty();
  }

  private void add(String rule) throws Exception {
    rules.add(READER.read(new ObjectMapper().readTree(rule)));
  }

  /** At which of so many calls something happened. */
  private List<Integer> fired(int calls) {
    return IntStream.range(0, calls).filter(_ -> fires("f", "Query")).boxed().toList();
  }

  private boolean fires(String function, String operation) {
    return rules.fire(Site.CALL, call("dynamodb", function, operation)).isPresent();
  }

  private static Map<String, String> call(String service, String function, String operation) {
    return Map.of("service", service, "function", function, "operation", operation);
  }

  static RuleJson reader() {
    return new RuleJson(Map.of("function", Set.of("SendMessage1"), "direction", Set.of("in")));
  }
}
