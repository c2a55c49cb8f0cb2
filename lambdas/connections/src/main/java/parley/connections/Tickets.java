package parley.connections;

import java.time.Instant;
import java.util.Optional;

/** The tickets that were issued and not yet used. Safe for many threads. */
interface Tickets {

  /** Keeps a ticket until it is taken or expires. */
  void add(Ticket ticket);

  /**
   * Takes a ticket away and gives it, if it is there and does not expire at or before {@code now}.
   * Of many who take the same one, one at most gets it.
   */
  Optional<Ticket> take(String digest, Instant now);
}
