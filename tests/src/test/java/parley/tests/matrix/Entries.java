package parley.tests.matrix;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.tests.matrix.AccessPage.Row;
import parley.tests.twin.Routes;

/** What can be asked for, as the API's descriptions and the page have it. */
final class Entries {

  private Entries() {}

  /** One row for each route that the page has: one that its owner may do. */
  static List<Row> routes() {
    var rows = new LinkedHashMap<String, Row>();
    rows()
        .filter(row -> row.entry().contains(" /"))
        .filter(Entries::isForOwners)
        .forEach(row -> rows.putIfAbsent(row.entry(), row));
    return List.copyOf(rows.values());
  }

  /** All rows about routes and actions. */
  static Stream<Row> rows() {
    return Stream.of("In a room", "Without a room").map(AccessPage::table).flatMap(List::stream);
  }

  /** The entries that the page has. */
  static TreeSet<String> onThePage() {
    return rows().map(Row::entry).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The routes and the socket's actions that the descriptions have. */
  static TreeSet<String> described() {
    var all =
        Routes.all().map(Routes.Route::toString).collect(Collectors.toCollection(TreeSet::new));
    try {
      new YAMLMapper()
          .readTree(Path.of("../api/asyncapi.yaml").toFile())
          .path("operations")
          .propertyStream()
          .filter(operation -> operation.getValue().path("action").asText().equals("receive"))
          .forEach(operation -> all.add(operation.getKey()));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForOwners(Row row) {
    return List.of("yes", "last-owner").contains(row.cell("owner"))
        || row.cell("whoever signed in").equals("yes");
  }
}
