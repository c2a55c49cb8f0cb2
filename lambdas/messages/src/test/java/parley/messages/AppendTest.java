package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.kernel.Refusal;

final class AppendTest {

  private final MemoryLog log = new MemoryLog();
  private final List<Integer> pauses = new ArrayList<>();
  private final Append append = new Append(log, Clock.systemUTC(), pauses::add, Append.MOST_BEHIND);

  @Test
  void theFirstEntryOpensTheLog() {
    assertThat(seq(append.append(draft("a", 0), Guard.OPEN))).isEqualTo(1);
  }

  @Test
  void aRetryGivesTheSameEntryHoweverOften() {
    seq(append.append(draft("a", 0), Guard.OPEN));
    seq(append.append(draft("b", 0), Guard.OPEN));
    assertThat(seq(append.append(draft("a", 0), Guard.OPEN))).isEqualTo(1);
    assertThat(log.all("r")).hasSize(2);
  }

  @Test
  void aRetryIsAnsweredEvenWhereTheGuardNoLongerHolds() {
    seq(append.append(draft("a", 0), Guard.OPEN));
    Guard closed = () -> Optional.of(Refusal.notFound("room"));
    assertThat(seq(append.append(draft("a", 0), closed))).isEqualTo(1);
  }

  @Test
  void anAfterBeyondTheTailIsRefused() {
    seq(append.append(draft("a", 0), Guard.OPEN));
    assertThat(code(append.append(draft("b", 2), Guard.OPEN))).isEqualTo("sync-first");
    assertThat(log.all("r")).hasSize(1);
  }

  @Test
  void whoMayNotSeeTheRoomDoesNotLearnWhereItEnds() {
    Guard closed = () -> Optional.of(Refusal.notFound("room"));
    assertThat(code(append.append(draft("b", 2), closed))).isEqualTo("not-found");
  }

  @Test
  void anAfterOfMoreThanAThousandEntriesAgoIsRefused() {
    fill(1_001);
    assertThat(code(append.append(draft("x", 0), Guard.OPEN))).isEqualTo("sync-first");
    assertThat(seq(append.append(draft("x", 1), Guard.OPEN))).isEqualTo(1_002);
  }

  @Test
  void whatTheServerMustWriteIsWrittenHoweverLate() {
    fill(2_500);
    var patient = new Append(log, Clock.systemUTC(), pauses::add, Append.NO_MATTER_HOW_LATE);
    assertThat(seq(patient.append(draft("x", 0), Guard.OPEN))).isEqualTo(2_501);
    assertThat(seq(patient.append(draft("x", 0), Guard.OPEN))).isEqualTo(2_501);
  }

  @Test
  void pagesThatEndEarlyAreFollowed() {
    fill(25);
    log.largestPage = 3;
    assertThat(seq(append.append(draft("c20", 5), Guard.OPEN))).isEqualTo(20);
    assertThat(seq(append.append(draft("x", 0), Guard.OPEN))).isEqualTo(26);
  }

  @Test
  void messagesCountsOnlyMessages() {
    fill(3);
    append.append(new Draft("r", "ada", "e", 3, new Body.Deletion(1)), Guard.OPEN);
    append.append(draft("x", 4), Guard.OPEN);
    assertThat(log.all("r")).extracting(Entry::messages).containsExactly(1L, 2L, 3L, 3L, 4L);
  }

  @Test
  void whoLosesEveryRoundIsToldThatTheRoomIsBusy() {
    var rivals = new ArrayList<Long>();
    Guard race =
        () -> {
          rivals.add(append(log.all("r").size()));
          return Optional.empty();
        };
    assertThat(code(append.append(draft("x", 0), race))).isEqualTo("busy");
    assertThat(rivals).hasSize(Append.ROUNDS);
    assertThat(pauses).hasSize(Append.ROUNDS - 1).startsWith(1, 2, 3);
  }

  @Test
  void aLostAckIsKnownByTheWinner() {
    var twin = draft("x", 0);
    Guard race =
        () -> {
          log.add(twin.following(null, Chat.NOW));
          return Optional.empty();
        };
    assertThat(seq(append.append(twin, race))).isEqualTo(1);
    assertThat(log.all("r")).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void jitterIsFullAndBounded() {
    var slept = new ArrayList<Duration>();
    var backoff = Backoff.fullJitter(new Random(1), slept::add);
    for (var i = 0; i < 1_000; i++) {
      backoff.pause(1 + i % 12);
    }
    assertThat(slept).allMatch(time -> !time.isNegative() && time.toMillis() <= 320);
    assertThat(slept).anyMatch(time -> time.toMillis() > 280).anyMatch(time -> time.toMillis() < 5);
  }

  private long append(long seqs) {
    log.add(
        new Entry("r", seqs + 1, seqs + 1, "bob", "b" + seqs, Chat.NOW, new Body.Message("me")));
    return seqs;
  }

  private void fill(int entries) {
    LongStream.rangeClosed(1, entries)
        .forEach(
            seq ->
                log.add(
                    new Entry("r", seq, seq, "ada", "c" + seq, Chat.NOW, new Body.Message("t"))));
  }

  private static Draft draft(String clientId, long after) {
    return new Draft("r", "ada", clientId, after, new Body.Message("hi"));
  }

  private static long seq(Outcome outcome) {
    return ((Outcome.Committed) outcome).entry().seq();
  }

  private static String code(Outcome outcome) {
    return ((Outcome.Refused) outcome).refusal().code();
  }
}
