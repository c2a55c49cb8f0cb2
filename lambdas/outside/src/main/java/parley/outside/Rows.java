package parley.outside;

import java.util.List;

/**
 * What the add-on keeps: rows that are changed only as they were read. Reads see every write that
 * was answered before.
 */
public interface Rows {

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

  /** Writes one row. */
  default boolean write(Row row) {
    return change(List.of(row), List.of());
  }
}
