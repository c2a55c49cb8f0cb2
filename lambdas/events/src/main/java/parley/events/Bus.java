package parley.events;

import java.util.List;

/** The instance's bus. */
@FunctionalInterface
interface Bus {

  /** As many events as are put at once. */
  int MOST = 10;

  /**
   * Puts events, at most {@link #MOST}, in their order.
   *
   * @return how many of them were taken before the first that was not
   */
  int put(List<Event> events);
}
