package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@link Tickets} promises, of every store. */
public abstract class TicketsContract {

  private static final Instant EXPIRES = Instant.parse("2026-03-01T12:00:30Z");
  private static final Instant BEFORE = EXPIRES.minusSeconds(1);

  private Tickets tickets = new FakeTickets();

  /** Makes the store under test afresh; for a real one, {@link #use} names it. */
  protected void prepare() {}

  /** Runs the contract against a table, which must be there and empty. */
  protected final void use(DynamoDbClient dynamo, String table) {
    tickets = new DynamoTickets(dynamo, table);
  }

  @BeforeEach
  void store() {
    prepare();
    tickets.add(new Ticket("digest", "ada", "Ada", EXPIRES));
  }

  @Test
  void aTicketIsTakenWithAllThatItHolds() {
    assertThat(tickets.take("digest", BEFORE))
        .contains(new Ticket("digest", "ada", "Ada", EXPIRES));
  }

  @Test
  void aTicketIsTakenOnce() {
    tickets.take("digest", BEFORE);

    assertThat(tickets.take("digest", BEFORE)).isEmpty();
  }

  @Test
  void anExpiredTicketIsNotTaken() {
    assertThat(tickets.take("digest", EXPIRES)).isEmpty();
  }

  @Test
  void anUnknownTicketIsNotTaken() {
    assertThat(tickets.take("other", BEFORE)).isEmpty();
  }

  @Test
  void aTicketMayHaveNoName() {
    tickets.add(new Ticket("nameless", "ben", "", EXPIRES));

    assertThat(tickets.take("nameless", BEFORE).map(Ticket::name)).contains("");
  }

  @Test
  void ofManyWhoTakeItAtOnceOneGetsIt() {
    var takers = IntStream.range(0, 16).boxed().toList();

    assertThat(Parallel.map(takers, i -> tickets.take("digest", BEFORE)))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
  }
}
