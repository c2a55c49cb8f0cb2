package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;
import static parley.connections.Fixtures.NOW;
import static parley.connections.Fixtures.crowd;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.connections.Sockets.Outcome;
import parley.kernel.Json;

final class DeliverTest extends DeliverCase {

  @Test
  void aConnectionGetsOneFrameWithAllThatTheBatchHoldsForIt() {
    subscriptions.heard("r", ADA, BEN).heard("s", ADA, ADAS_PHONE);
    message("r", 1).message("s", 7).message("r", 2).message("nobody-hears", 1);

    assertThat(deliver().delivered()).isEqualTo(new Delivered(3, 0, 0));

    assertThat(heard("A1=")).containsExactly("r1 s7 r2");
    assertThat(heard("B1=")).containsExactly("r1 r2");
    assertThat(heard("A2=")).containsExactly("s7");
  }

  @Test
  void onlyActiveSubscriptionsHear() {
    subscriptions.heard("r", BEN).open(new Subscription("r", ADA), "one", NOW);

    message("r", 1).deliver();

    assertThat(sockets.reached()).containsExactly("B1=");
  }

  @Test
  void whoWasGivenARoomHearsOfItOnEveryDeviceAndOnce() {
    connections.add(ZOE, NOW, NOW);
    connections.add(new Connection("zoe", "Z2="), NOW, NOW);
    subscriptions.heard("r", BEN, ZOE);

    membership("r", 3, "added", "zoe").message("r", 4).deliver();

    assertThat(heard("Z1=")).containsExactly("r3 r4");
    assertThat(heard("Z2=")).containsExactly("r3");
    assertThat(heard("B1=")).containsExactly("r3 r4");
  }

  @Test
  void whoWasRemovedHearsNothingOfIt() {
    connections.add(ZOE, NOW, NOW);

    membership("r", 3, "removed", "zoe").deliver();

    assertThat(sockets.reached()).isEmpty();
  }

  @Test
  void moreThanAFrameHoldsComesInSeveralInOrder() {
    subscriptions.heard("r", ADA, BEN);
    for (var seq = 1; seq <= 20; seq++) {
      message("r", seq, "😀".repeat(1_000));
    }

    deliver();

    assertThat(heard("A1=")).hasSize(3).isEqualTo(heard("B1="));
    assertThat(String.join(" ", heard("A1=")))
        .isEqualTo("r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r14 r15 r16 r17 r18 r19 r20");
  }

  @Test
  void orderHoldsForEachOfManyServedInParallel() {
    var crowd = crowd(300);
    subscriptions.heard("r", crowd.toArray(Connection[]::new));
    for (var seq = 1; seq <= 30; seq++) {
      message("r", seq, "x".repeat(3_000));
    }

    deliver();

    var expected = heard("c0");
    assertThat(String.join(" ", expected)).startsWith("r1 r2 r3 ").endsWith(" r29 r30");
    assertThat(crowd).allSatisfy(to -> assertThat(heard(to.id())).isEqualTo(expected));
  }

  @Test
  void aGoneConnectionLosesItsOwnRowsAloneAndFailsNobody() {
    var longAgo = NOW.minusSeconds(3_600);
    connections.add(ADA, longAgo, NOW);
    connections.add(ADAS_PHONE, longAgo, NOW);
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN).heard("s", ADA, ADAS_PHONE);
    sockets.answering("A1=", Outcome.GONE);

    var result = message("r", 1).message("s", 1).deliver();

    assertThat(result.delivered()).isEqualTo(new Delivered(2, 1, 0));
    assertThat(result.failedFrom()).isEmpty();
    assertThat(connections.of("ada")).containsExactly(ADAS_PHONE);
    assertThat(subscriptions.of(ADA)).isEmpty();
    assertThat(subscriptions.of(ADAS_PHONE)).hasSize(2);
    assertThat(heard("A2=")).containsExactly("r1 s1");
    assertThat(heard("B1=")).containsExactly("r1");
  }

  @Test
  void aSocketThatIsStillOpeningIsNotForgotten() {
    connections.add(ZOE, NOW.minusSeconds(5), NOW);
    sockets.answering("Z1=", Outcome.GONE);

    membership("r", 1, "added", "zoe").deliver();

    assertThat(connections.of("zoe")).containsExactly(ZOE);
  }

  @Test
  void aThrottledFrameIsSentAgainWithinGrowingPauses() {
    subscriptions.heard("r", ADA);
    sockets.answering("A1=", Outcome.BUSY, Outcome.BUSY, Outcome.BUSY, Outcome.DONE);

    assertThat(message("r", 1).deliver().delivered()).isEqualTo(new Delivered(1, 0, 0));

    assertThat(heard("A1=")).containsExactly("r1");
    assertThat(pauses).hasSize(3);
    assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(100));
    assertThat(pauses.get(1)).isLessThanOrEqualTo(Duration.ofMillis(200));
    assertThat(pauses.get(2)).isLessThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void aDeadRecipientIsCountedAndFailsNobody() {
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN);
    sockets.answering("A1=", Outcome.BUSY).answering("A2=", Outcome.REFUSED);

    var result = message("r", 1).deliver();

    assertThat(result.delivered()).isEqualTo(new Delivered(1, 0, 2));
    assertThat(result.failedFrom()).isEmpty();
    assertThat(heard("B1=")).containsExactly("r1");
    assertThat(subscriptions.listeners("r")).hasSize(3);
  }

  @Test
  void nothingFollowsAFrameThatFailed() {
    subscriptions.heard("r", ADA);
    sockets.answering("A1=", Outcome.REFUSED, Outcome.DONE);
    message("r", 1, "x".repeat(30_000)).message("r", 2, "x".repeat(30_000));

    assertThat(deliver().delivered()).isEqualTo(new Delivered(0, 0, 1));
    assertThat(sockets.frames("A1=")).isEmpty();
  }

  @Test
  void fromARoomThatCannotBeReadTheBatchComesAgain() {
    subscriptions.heard("r", ADA);
    subscriptions.unreadable.add("s");

    var result = message("r", 1).message("s", 1).message("r", 2).deliver();

    assertThat(Json.write(result.answer()))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"n2\"}]}");
    assertThat(heard("A1=")).containsExactly("r1");
  }

  @Test
  void fromAnUnreadableRecordTheBatchComesAgain() {
    subscriptions.heard("r", ADA);
    message("r", 1).message("", 2).message("r", 3);

    assertThat(Json.write(deliver().answer()))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"n2\"}]}");
    assertThat(heard("A1=")).containsExactly("r1");
  }

  @Test
  void aBatchThatWasDeliveredComesNotAgain() {
    assertThat(Json.write(message("r", 1).deliver().answer()))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void aBatchLeavesALineOfMetrics() {
    subscriptions.heard("r", ADA);

    assertThat(Metrics.line("Deliver", NOW, message("r", 1).deliver()))
        .isEqualTo(
            """
            {"_aws":{"Timestamp":1772366400250,"CloudWatchMetrics":[{"Namespace":"Parley",\
            "Dimensions":[["FunctionName"]],"Metrics":[{"Name":"Entries","Unit":"Count"},\
            {"Name":"Frames","Unit":"Count"},{"Name":"Gone","Unit":"Count"},\
            {"Name":"Failed","Unit":"Count"}]}]},"FunctionName":"Deliver",\
            "Entries":1,"Frames":1,"Gone":0,"Failed":0}""");
  }
}
