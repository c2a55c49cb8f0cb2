package parley.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.TurnedClock;
import parley.local.aws.JsonApi;

class QueueTest {

  private static final Duration HIDDEN = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-10T12:00:00Z"));
  private final List<Message> dead = new ArrayList<>();

  @Test
  void aLineThatWasCutShortIsForgottenAndWhatFollowsIsKept() throws IOException {
    send(open(), "one");
    Files.writeString(open().file(), "{\"id\":\"half", StandardOpenOption.APPEND);

    send(open(), "two");

    assertThat(open().newest(10)).containsExactly("two", "one");
  }

  @Test
  void aMessageOfAnEarlierVersionIsStillRead() throws Exception {
    Files.writeString(
        folder.resolve("q.jsonl"),
        "{\"id\":\"1\",\"sent\":%d,\"body\":\"old\"}\n".formatted(clock.millis()));

    assertThat(bodies(open())).containsExactly("old");
  }

  @Test
  void howOftenAMessageWasReceivedIsKnownAfterAnotherStart() throws Exception {
    send(open(), "one");
    var queue = open();
    receive(queue);
    clock.turn(HIDDEN);
    receive(queue);

    assertThat(receive(open()))
        .singleElement()
        .satisfies(
            received -> {
              assertThat(received.count()).isEqualTo(3);
              assertThat(received.first()).isEqualTo(clock.millis() - HIDDEN.toMillis());
            });
  }

  @Test
  void theCountIsKeptWhenAnotherMessageIsDeleted() throws Exception {
    var queue = open();
    send(queue, "one");
    send(queue, "two");
    var received = receive(queue);

    queue.delete(List.of(received.getLast().receipt()));

    assertThat(receive(open())).extracting(Received::count).containsExactly(2);
  }

  @Test
  void whatIsReceivedTooOftenIsMovedAndNotReceivedAgain() throws Exception {
    var queue = open();
    send(queue, "poison");
    receive(queue);
    clock.turn(HIDDEN);
    receive(queue);
    clock.turn(HIDDEN);
    assertThat(receive(queue)).hasSize(1);
    clock.turn(HIDDEN);
    send(queue, "good");

    assertThat(bodies(queue)).containsExactly("good");
    assertThat(dead).extracting(Message::body).containsExactly("poison");
    assertThat(open().newest(10)).containsExactly("good");
  }

  @Test
  void aDelayedMessageIsReceivedWhenItIsDue() throws Exception {
    var queue = open();
    var unused = queue.send("later", JsonApi.object(), Duration.ofSeconds(10));

    assertThat(receive(queue)).isEmpty();
    assertThat(queue.counts()).isEqualTo(new Queue.Counts(0, 0, 1));
    clock.turn(Duration.ofSeconds(10));
    assertThat(bodies(open())).containsExactly("later");
  }

  @Test
  void aReceiptIsWorthNothingOnceAnotherHasTheMessage() throws Exception {
    var queue = open();
    send(queue, "one");
    var first = receive(queue).getFirst();
    clock.turn(HIDDEN);
    var second = receive(queue).getFirst();

    queue.delete(List.of(first.receipt(), ""));
    assertThat(queue.hide(first.receipt(), HIDDEN)).isEqualTo(Queue.Change.UNKNOWN);
    assertThat(queue.counts().inFlight()).isEqualTo(1);

    queue.delete(List.of(second.receipt()));
    assertThat(queue.newest(10)).isEmpty();
  }

  @Test
  void theTimeOfAMessageInFlightCanBeChanged() throws Exception {
    var queue = open();
    send(queue, "one");
    var received = receive(queue).getFirst();

    assertThat(queue.hide(received.receipt(), Duration.ofHours(1))).isEqualTo(Queue.Change.DONE);
    clock.turn(HIDDEN);
    assertThat(receive(queue)).isEmpty();
    assertThat(queue.hide(received.receipt(), Duration.ZERO)).isEqualTo(Queue.Change.DONE);
    assertThat(queue.hide(received.receipt(), HIDDEN)).isEqualTo(Queue.Change.NOT_IN_FLIGHT);
    assertThat(bodies(queue)).containsExactly("one");
  }

  private static void send(Queue queue, String body) {
    var unused = queue.send(body, JsonApi.object(), Duration.ZERO);
  }

  private static List<Received> receive(Queue queue) throws InterruptedException {
    return queue.receive(10, HIDDEN, Duration.ZERO);
  }

  private static List<String> bodies(Queue queue) throws InterruptedException {
    return receive(queue).stream().map(received -> received.message().body()).toList();
  }

  /** As at the twin's next start. */
  private Queue open() {
    var attributes =
        new Queue.Attributes(
            "q",
            HIDDEN,
            Duration.ofDays(4),
            Duration.ZERO,
            Duration.ZERO,
            QueueTypes.LARGEST_MESSAGE,
            Optional.of(new Redrive("arn:aws:sqs:us-east-1:111122223333:dead", 3)));
    return new Queue(attributes, folder, clock, dead::add);
  }
}
