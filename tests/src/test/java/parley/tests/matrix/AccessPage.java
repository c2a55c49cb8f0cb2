package parley.tests.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that says who may do what, read table by table. */
final class AccessPage {

  private static final Path PAGE = Path.of("../docs/access.md");
  private static final String HEADING = "## ";

  private AccessPage() {}

  /**
   * A line of a table.
   *
   * @param cells by their columns' names, in their order, without the code's marks
   */
  record Row(Map<String, String> cells) {

    /** What is asked for: a route, an action, a function, or what somebody brings. */
    String entry() {
      return cells.values().iterator().next();
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return (entry() + " " + cell("what")).strip();
    }
  }

  /** The rows of the one table under this heading. */
  static List<Row> table(String heading) {
    var lines = section(heading).stream().filter(line -> line.startsWith("|")).toList();
    if (lines.size() < 3) {
      throw new IllegalStateException(
          "%s has no table under \"%s%s\"".formatted(PAGE, HEADING, heading));
    }
    var columns = cells(lines.getFirst());
    return lines.stream().skip(2).map(line -> row(columns, cells(line))).toList();
  }

  private static List<String> section(String heading) {
    try {
      return Files.readAllLines(PAGE).stream()
          .dropWhile(line -> !line.equals(HEADING + heading))
          .skip(1)
          .takeWhile(line -> !line.startsWith(HEADING))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(List<String> columns, List<String> cells) {
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return new Row(row);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .limit(line.chars().filter(c -> c == '|').count() - 1)
        .map(cell -> cell.replace("`", "").strip())
        .toList();
  }
}
