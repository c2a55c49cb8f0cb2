package parley.connections;

import java.time.Duration;

/** How long things last. */
final class Lifetimes {

  /** From a ticket's issue to its use: long enough to open a socket on a slow line. */
  static final Duration TICKET = Duration.ofSeconds(30);

  /**
   * After which a row is swept. API Gateway ends every socket after 2 h, and {@code $disconnect} is
   * best effort (its quotas page).
   */
  static final Duration CONNECTION = Duration.ofMinutes(130);

  /**
   * How long a socket may answer 410 though it is alive: its row is written by {@code $connect},
   * before API Gateway knows the socket as open, and an integration ends within 29 s.
   */
  static final Duration OPENING = Duration.ofMinutes(1);

  private Lifetimes() {}
}
