package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.CLOCK;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Request;

final class IssueTicketTest {

  private final FakeTickets tickets = new FakeTickets();
  private final IssueTicket issueTicket = new IssueTicket(tickets, () -> "shown", CLOCK);

  @Test
  void theTicketLivesForThirtySecondsAtMost() {
    var reply = issueTicket.handle(of(new Caller("ada", "Ada", "")));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(Json.write(reply.body()))
        .isEqualTo("{\"ticket\":\"shown\",\"expires\":\"2026-03-01T12:00:30.000Z\"}");
  }

  @Test
  void theStoreSeesTheTicketsDigestAlone() {
    issueTicket.handle(of(new Caller("ada", "Ada", "")));

    assertThat(tickets.rows.values())
        .containsExactly(
            new Ticket(
                "baaf53622a51d975235f276287bdc1b64aa4640c77142cbca076877d9eac6815",
                "ada",
                "Ada",
                Instant.parse("2026-03-01T12:00:30Z")));
  }

  @Test
  void nobodyGetsNoTicket() {
    var reply = issueTicket.handle(of(Caller.inside()));

    assertThat(reply.body())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-signed-in"));
    assertThat(tickets.rows).isEmpty();
  }

  private static Request of(Caller caller) {
    return new Request("7", caller, Json.object(), Json.object());
  }
}
