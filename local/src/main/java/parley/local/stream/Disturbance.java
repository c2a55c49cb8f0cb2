package parley.local.stream;

import java.util.List;

/**
 * Hands records and messages over otherwise than they came, for who wants to see what then happens.
 */
@FunctionalInterface
public interface Disturbance {

  /** Disturbs nothing. */
  Disturbance NONE = (mapping, records) -> List.of(records);

  /**
   * In which portions, and in which order, records are handed over: each at least once. May wait.
   *
   * @param mapping the logical id of the event source mapping
   */
  List<List<StreamRecord>> arrange(String mapping, List<StreamRecord> records)
      throws InterruptedException;

  /**
   * The same for messages of a queue, which have no order.
   *
   * @param mapping the logical id of the event source mapping
   */
  default <T> List<List<T>> arrangeMessages(String mapping, List<T> messages)
      throws InterruptedException {
    return List.of(messages);
  }
}
