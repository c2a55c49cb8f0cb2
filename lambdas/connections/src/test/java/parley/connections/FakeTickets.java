package parley.connections;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Tickets in memory. */
final class FakeTickets implements Tickets {

  final Map<String, Ticket> rows = new ConcurrentHashMap<>();

  @Override
  public void add(Ticket ticket) {
    rows.put(ticket.digest(), ticket);
  }

  @Override
  public Optional<Ticket> take(String digest, Instant now) {
    var taken = new AtomicReference<Ticket>();
    rows.computeIfPresent(
        digest,
        (key, ticket) -> {
          if (ticket.expires().isAfter(now)) {
            taken.set(ticket);
            return null;
          }
          return ticket;
        });
    return Optional.ofNullable(taken.get());
  }
}
