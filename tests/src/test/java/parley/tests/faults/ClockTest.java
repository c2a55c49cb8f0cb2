package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.tests.twin.Person;
import parley.tests.twin.Tables;

/** What time does to tickets, sockets and tokens, by a clock that is turned. */
@Timeout(300)
class ClockTest {

  /** Less than the 10 minutes of an idle socket, and twice as much more. */
  private static final Duration STEP = Duration.ofMinutes(8);

  private static final Duration LIFE = Duration.ofHours(2);

  private final OwnTwin twin = DisturbedTwin.running();
  private final FaultInterface faults = new FaultInterface(twin.faults());

  /** The turned clock is forgotten with the process. */
  @AfterEach
  void restart() {
    twin.kill();
    twin.start();
  }

  @Test
  void ticketsOpenOneSocketInTimeAndSocketsEndWhenTheyAreIdleOrOld() throws Exception {
    var person = Company.newcomer(twin.site(), "late");
    try (var busy = opened(person)) {
      var used = ticket(person);
      var unused = ticket(person);
      var idle = open(used);
      assertThatThrownBy(() -> open(used)).as("a ticket twice").isInstanceOf(NoReply.class);

      faults.forward(STEP);
      awaitSwept(unused);
      assertThatThrownBy(() -> open(unused)).as("a late ticket").isInstanceOf(NoReply.class);
      busy.check();

      faults.forward(STEP);
      assertThat(idle.ended().get(10, TimeUnit.SECONDS)).isEqualTo(1001);
      busy.check();
      assertThat(busy.ended()).isNotDone();

      for (var age = STEP.multipliedBy(2); age.compareTo(LIFE) < 0; age = age.plus(STEP)) {
        faults.forward(STEP);
        busy.check();
      }
      assertThat(busy.ended().get(10, TimeUnit.SECONDS)).isEqualTo(1001);
    }
    assertThat(person.get("/profile").status()).as("a token of 2 hours ago").isEqualTo(401);
    assertThat(Company.newcomer(twin.site(), "later").get("/profile").status()).isEqualTo(200);
  }

  /** Opened when the functions that it takes have started. */
  private Line opened(Person person) throws Exception {
    var backoff = new Backoff();
    while (true) {
      try {
        return open(ticket(person));
      } catch (NoReply e) {
        backoff.pause();
      }
    }
  }

  private Line open(String ticket) throws Exception {
    return Line.open(twin.site(), ticket, entries -> {});
  }

  private static String ticket(Person person) throws InterruptedException {
    return Rest.insist(person, "POST", "/tickets", Map.of()).text("ticket");
  }

  /** Functions go by the machine's clock, and the sweep of what has expired by the turned one. */
  private void awaitSwept(String ticket) throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
    Tables.of(twin.site(), twin.data().resolve("aws/credentials"))
        .awaitGone("ConnectionsTickets", Map.of("ticket", HexFormat.of().formatHex(digest)));
  }
}
