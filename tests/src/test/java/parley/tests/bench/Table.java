package parley.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of figures, printed as Markdown. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row; numbers are shortened. */
  Table row(Object... cells) {
    rows.add(IntStream.range(0, cells.length).mapToObj(i -> text(cells[i])).toList());
    return this;
  }

  @Override
  public String toString() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    var lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
    lines.add(1, line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
    return String.join("\n", lines);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String text(Object cell) {
    return cell instanceof Double number ? Samples.text(number) : cell.toString();
  }
}
