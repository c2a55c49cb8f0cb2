package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.tests.twin.Routes;

/** The page misses nothing that the API's descriptions have, and nothing of it is old. */
class CompletenessTest {

  private static final int FEWEST_CELLS = 500;

  @Test
  void everyRouteAndActionHasARow() {
    var missing = Entries.described();
    missing.removeAll(Entries.onThePage());
    assertThat(missing)
        .as(
            "who may do this? add rows to docs/access.md, under \"In a room\" or \"Without a room\","
                + " and what is sent to parley.tests.matrix.Asked")
        .isEmpty();
  }

  @Test
  void noRowIsForWhatThereIsNot() {
    var old = Entries.onThePage();
    old.removeAll(Entries.described());
    assertThat(old).as("take these rows out of docs/access.md").isEmpty();
  }

  @Test
  void everyRouteForOutsidePartiesHasARow() {
    assertThat(AccessPage.table("From outside parties").stream().map(AccessPage.Row::entry))
        .as("who signs what is sent there? docs/access.md, under \"From outside parties\"")
        .containsExactlyInAnyOrderElementsOf(Routes.open().map(Routes.Route::toString).toList());
  }

  @Test
  void everyRouteIsTriedWithEveryBadToken() {
    assertThat(Entries.routes())
        .hasSize((int) Entries.described().stream().filter(e -> e.contains(" /")).count());
    assertThat(TokensMatrixTest.kinds()).containsExactlyInAnyOrder(BadToken.values());
  }

  @Test
  void thereAreHundredsOfCells() {
    var inRooms =
        Entries.rows()
            .flatMap(row -> row.cells().entrySet().stream())
            .filter(cell -> !cell.getKey().equals("entry") && !cell.getKey().equals("what"))
            .filter(cell -> !cell.getValue().equals("–"))
            .count();
    var tokens = (long) Entries.routes().size() * BadToken.values().length;
    var sockets = AccessPage.table("To open a socket").size();
    System.out.printf(
        "access matrix: %d cells in and without rooms, %d of tokens, %d of handshakes%n",
        inRooms, tokens, sockets);
    assertThat(inRooms + tokens + sockets).isGreaterThan(FEWEST_CELLS);
  }
}
