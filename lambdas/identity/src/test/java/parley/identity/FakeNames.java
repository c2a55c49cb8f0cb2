package parley.identity;

import java.util.Set;
import java.util.TreeSet;

/** Names in memory, with pages of two rows. */
final class FakeNames implements Names {

  private static final int PAGE = 2;

  private final TreeSet<String> rows = new TreeSet<>();
  private final Steps steps;

  FakeNames(Steps steps) {
    this.steps = steps;
  }

  /** All rows, as {@code key#user}. */
  Set<String> rows() {
    return rows;
  }

  @Override
  public void add(String user, Set<String> keys) {
    steps.next();
    keys.forEach(key -> rows.add(key + "#" + user));
  }

  @Override
  public void remove(String user, Set<String> keys) {
    steps.next();
    keys.forEach(key -> rows.remove(key + "#" + user));
  }

  @Override
  public Page find(String prefix, String next) {
    var found =
        rows.tailSet(next, false).stream()
            .filter(row -> row.startsWith(prefix))
            .limit(PAGE + 1L)
            .toList();
    var page = found.subList(0, Math.min(PAGE, found.size()));
    return new Page(
        page.stream().map(row -> row.substring(row.lastIndexOf('#') + 1)).toList(),
        found.size() > PAGE ? page.getLast() : "");
  }
}
