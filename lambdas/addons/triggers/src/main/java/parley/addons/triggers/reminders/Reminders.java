package parley.addons.triggers.reminders;

import java.time.Instant;
import java.util.List;

/** Those that are pending, as a store keeps them. */
interface Reminders {

  /**
   * Keeps one, if there is none of that person with that id.
   *
   * @return the one that is kept: this one, or that which was there
   */
  Reminder add(Reminder reminder);

  /** A person's own, in no order: up to this many. */
  List<Reminder> of(String user, int most);

  /** Forgets one; there may be none. */
  void remove(String user, String id);

  /** Up to this many whose time has come, the oldest first; one that is new may not be seen yet. */
  List<Reminder> due(Instant now, int most);
}
