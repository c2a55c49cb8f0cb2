package parley.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.tests.dynamo.DynamoLocal;

/** The delivery contract, on the functions' own code with faults around it; docs/delivery.md. */
class ContractTest {

  private static final long SEED = 1;
  private static final int FAULTS_PER_MILLE = 20;

  /**
   * A writer's attempts are the sum of some sends', each of a few rounds at random; of 50 such sums
   * the largest is hardly twice the middle one, and a writer that starved would have many times
   * that.
   */
  private static final double MOST_UNFAIR = 3;

  @Test
  void aHundredThousandMessagesArriveOnceAndInOrderWhateverGoesWrong() throws Exception {
    var outcome = told(Run.of(Trial.of(SEED, 100_000, FAULTS_PER_MILLE)));
    assertRight(outcome);
    assertThat(outcome.acked()).isGreaterThanOrEqualTo(100_000);
    assertThat(outcome.faultsInAll()).isGreaterThanOrEqualTo(1_000);
    assertThat(outcome.faults()).hasSizeGreaterThanOrEqualTo(15);
  }

  /**
   * What the tables in memory do is shown to be what DynamoDB Local does; here it takes their
   * place.
   */
  @Test
  void theSameOverDynamoDbLocal() throws Exception {
    var outcome = told(Run.of(Trial.of(SEED, 2_000, FAULTS_PER_MILLE), DynamoLocal.client()));
    assertRight(outcome);
    assertThat(outcome.acked()).isGreaterThanOrEqualTo(2_000);
  }

  @Test
  void whatIsSentManyTimesAtOnceIsStoredOnce() throws Exception {
    assertRight(told(Repeats.of(SEED, 100_000)));
  }

  @Test
  void nothingOfOrForARemovedMemberPassesTheFence() throws Exception {
    assertRight(told(Removals.of(SEED, 10_000)));
  }

  @Test
  void ofFiftyWhoWriteInOneRoomNobodyStarves() throws Exception {
    var crowd = Crowd.of(SEED, 8);
    System.out.println(crowd);
    assertRight(crowd.outcome());
    assertThat(crowd.unfairness()).isLessThan(MOST_UNFAIR);
  }

  private static Outcome told(Outcome outcome) {
    System.out.println(outcome);
    return outcome;
  }

  private static void assertRight(Outcome outcome) {
    assertThat(outcome.isRight()).as(outcome.toString()).isTrue();
  }
}
