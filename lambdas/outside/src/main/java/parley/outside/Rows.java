package parley.outside;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the add-on keeps: rows that are changed only as they were read. Reads see every write that
 * was answered before.
 */
public interface Rows {

  /** How often a change is tried while others change the same. */
  int TRIES = 5;

  /** A row, there or not. */
  Row read(String of, String item);

  /** The first rows of something whose names begin so, in their order. */
  List<Row> list(String of, String prefix, int limit);

  /**
   * Writes and removes rows, all or nothing.
   *
   * @return false where one of them was changed since it was read: then nothing was done
   */
  boolean change(List<Row> writes, List<Row> removals);

  /** Reads and changes until it is done; it is not done where others changed a row meanwhile. */
  static void attempt(BooleanSupplier change) {
    made(() -> change.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** The same, for what a change comes to; it is empty where others changed a row meanwhile. */
  static <T> T made(Supplier<Optional<T>> change) {
    return Stream.generate(change)
        .limit(TRIES)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a row is changed by others all the time"));
  }

  /** Writes one row. */
  default boolean write(Row row) {
    return change(List.of(row), List.of());
  }
}
