package parley.local.stream;

import java.util.List;

/** Hands records over otherwise than they came, for who wants to see what then happens. */
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
}
