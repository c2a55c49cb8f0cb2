package parley.connections;

import java.time.Instant;
import java.util.List;

/** Who hears which room. Safe for many threads. */
interface Subscriptions {

  /**
   * Makes a pending row, unless there is one: that one stays what it is, but lives until {@code
   * expires}.
   *
   * @param opening names the row if it is made now; not used before
   * @return what stands there now
   */
  Opened open(Subscription subscription, String opening, Instant expires);

  /**
   * Makes a row active, and gives true, if the row of that opening is still there. A row that was
   * removed and made anew has another opening.
   */
  boolean activate(Subscription subscription, String opening);

  /** Removes a row if it is still the one of that opening. */
  void withdraw(Subscription subscription, String opening);

  /** Removes rows; those that are not there are no error. */
  void remove(List<Subscription> subscriptions);

  /**
   * Who hears a room, as of now: active rows only, and none that was activated before is missing.
   */
  List<Connection> listeners(String room);

  /** The first so many of those who hear a room, as of now. */
  List<Connection> listeners(String room, int most);

  /** A person's rows in a room, pending and active, as of now. */
  List<Subscription> of(String room, String user);

  /** A connection's rows; those of the last moments may be missing. */
  List<Subscription> of(Connection connection);

  /**
   * Notes on an active row that something of this kind is shown now, and gives true, unless
   * something of the kind was after {@code last} or the row is not active any more.
   */
  boolean show(Subscription subscription, String kind, Instant now, Instant last);

  /**
   * What {@link #open} found or made.
   *
   * @param opening names this row among all that stood or will stand in its place
   * @param active false where it is pending
   */
  record Opened(String opening, boolean active) {}
}
