package parley.tests.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.local.iam.Decision.Outcome;

/**
 * The twin and the oracle, asked the same. What is no request that AWS knows, by the oracle's own
 * tables of actions and keys, is passed over, and must be rare.
 */
class OracleTest {

  private static final int CASES = 8_000;
  private static final long SEED = 20_261_124;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void theTwinDecidesAsTheOracleDoes() throws Exception {
    var cases = Stream.generate(new Cases(SEED)::next).limit(CASES).toList();
    var verdicts = verdicts(cases);

    var disagreements = new ArrayList<String>();
    var passedOver = 0;
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    for (var i = 0; i < cases.size(); i++) {
      if (verdicts.get(i).startsWith("error")) {
        passedOver++;
        continue;
      }
      var decided = cases.get(i).decide(CLOCK);
      outcomes.merge(decided, 1, Integer::sum);
      if (!word(decided).equals(verdicts.get(i))) {
        disagreements.add(
            "%s, and the oracle %s: %s"
                .formatted(decided, verdicts.get(i), cases.get(i).line(CLOCK)));
      }
    }

    assertThat(disagreements).isEmpty();
    assertThat(passedOver).isLessThan(CASES / 10);
    assertThat(outcomes.values()).hasSize(3).allMatch(count -> count > CASES / 10);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case ALLOWED -> "Allowed";
      case IMPLICITLY_DENIED -> "ImplicitlyDenied";
      case EXPLICITLY_DENIED -> "ExplicitlyDenied";
    };
  }

  private static List<String> verdicts(List<Case> cases) throws IOException {
    var oracle =
        new ProcessBuilder("node", "decide.js")
            .directory(Path.of("oracle").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(() -> ask(oracle, cases));
    try (var answers = oracle.inputReader(UTF_8)) {
      var verdicts = answers.lines().toList();
      assertThat(verdicts)
          .as("a verdict for each case: was \"npm ci\" run in tests/oracle, as bin/test does?")
          .hasSameSizeAs(cases);
      return verdicts;
    }
  }

  private static void ask(Process oracle, List<Case> cases) {
    try (var questions = oracle.outputWriter(UTF_8)) {
      for (var one : cases) {
        questions.write(one.line(CLOCK) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
