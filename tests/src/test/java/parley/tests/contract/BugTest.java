package parley.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.tests.history.Anomaly;

/** The checker is worth something: it sees each of the bugs that chats have had. */
class BugTest {

  /** What shows itself only by chance is given so many. */
  private static final int MOST_SEEDS = 32;

  @ParameterizedTest
  @EnumSource
  void aBugIsSeen(Bug bug) throws Exception {
    var seen = new HashSet<Anomaly.Kind>();
    for (var seed = 1; seed <= MOST_SEEDS && !seen.contains(bug.seenAs()); seed++) {
      Run.of(Trial.of(seed, bug)).anomalies().forEach(anomaly -> seen.add(anomaly.kind()));
    }
    assertThat(seen).as("what was seen in %d seeds", MOST_SEEDS).contains(bug.seenAs());
  }

  @Test
  void aTicketThatOpensASecondSocketIsSeen() throws Exception {
    List<String> surprises = new ArrayList<>();
    for (var seed = 1; seed <= MOST_SEEDS && surprises.isEmpty(); seed++) {
      surprises.addAll(Run.of(Trial.of(seed, Flaws.ticketsNeverUsed())).surprises());
    }
    assertThat(surprises).anyMatch(surprise -> surprise.startsWith("TICKET_REUSED: a socket of "));
  }

  @Test
  void withoutABugNothingIsSeen() throws Exception {
    var outcome = Run.of(Trial.small(1));
    assertThat(outcome.anomalies()).as(outcome.toString()).isEmpty();
    assertThat(outcome.surprises()).isEmpty();
  }
}
