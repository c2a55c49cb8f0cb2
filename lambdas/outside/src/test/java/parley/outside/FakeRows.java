package parley.outside;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows in memory. */
public final class FakeRows implements Rows {

  private final TreeMap<String, Row> rows = new TreeMap<>();

  @Override
  public synchronized Row read(String of, String item) {
    return rows.getOrDefault(key(of, item), Row.absent(of, item));
  }

  @Override
  public synchronized List<Row> list(String of, String prefix, int limit) {
    return rows.tailMap(key(of, prefix)).values().stream()
        .takeWhile(row -> row.of().equals(of) && row.item().startsWith(prefix))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean change(List<Row> writes, List<Row> removals) {
    if (!Stream.concat(writes.stream(), removals.stream()).allMatch(this::unchanged)) {
      return false;
    }
    for (var row : writes) {
      var written =
          new Row(row.of(), row.item(), row.revision() + 1, row.value().deepCopy(), row.expires());
      rows.put(key(row.of(), row.item()), written);
    }
    removals.forEach(row -> rows.remove(key(row.of(), row.item())));
    return true;
  }

  /** All that is kept, as text. */
  public synchronized String all() {
    return rows.values().toString();
  }

  private boolean unchanged(Row row) {
    return read(row.of(), row.item()).revision() == row.revision();
  }

  private static String key(String of, String item) {
    return of + "\0" + item;
  }
}
