package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What was acked is there after the machine went down. {@code bin/prove --kills} does it longer.
 */
@Timeout(900)
class KillsTest {

  private static final long SEED = Long.getLong("faults.seed", 20261124);
  private static final int KILLS = Integer.getInteger("faults.kills", 20);

  @Test
  void whatWasAckedOutlivesAKillOfAllProcesses() throws InterruptedException {
    var outcome = new Kills(DisturbedTwin.running(), SEED).run(KILLS);

    System.out.println(outcome);
    assertThat(outcome.anomalies()).isEmpty();
    assertThat(outcome.acked()).isGreaterThan(KILLS);
  }
}
