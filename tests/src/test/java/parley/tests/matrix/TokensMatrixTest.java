package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import parley.tests.matrix.AccessPage.Row;
import parley.tests.twin.Stored;

/** Every route of the REST API, asked with everything that is no good token, and then with one. */
class TokensMatrixTest {

  private static Forge forge;

  @BeforeAll
  static void forge() throws Exception {
    forge = new Forge(Cast.OWNER.person().token());
  }

  @TestFactory
  Stream<DynamicContainer> withoutAGoodToken() {
    return Entries.routes().stream()
        .map(row -> dynamicContainer(row.entry(), Stream.of(row).flatMap(TokensMatrixTest::cells)));
  }

  private static Stream<DynamicNode> cells(Row row) {
    var scene = World.ofTheOwner(row);
    var asked = Asked.of(row, scene);
    var before = Stored.about(scene.room(), Cast.OWNER.id());
    var tickets = Stored.tickets();
    var denied =
        kinds().stream().map(kind -> dynamicTest(kind.toString(), () -> assertDenied(asked, kind)));
    var unchanged =
        dynamicTest(
            "nothing changed",
            () -> {
              assertThat(Stored.about(scene.room(), Cast.OWNER.id())).isEqualTo(before);
              Stored.assertTicketsAreStill(tickets);
            });
    var control =
        dynamicTest(
            "the same with the good token",
            () -> {
              var answer = Door.ask(asked, "", "Bearer " + forge.faithful());
              assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
            });
    return Stream.of(denied, Stream.of(unchanged, control)).flatMap(each -> each);
  }

  static List<BadToken> kinds() {
    return AccessPage.table("Without a good token").stream()
        .map(row -> BadToken.of(row.entry()))
        .toList();
  }

  private static void assertDenied(Asked asked, BadToken kind) throws Exception {
    var query =
        kind == BadToken.IN_ADDRESS
            ? "Authorization=%1$s&access_token=%1$s&token=%1$s".formatted(forge.faithful())
            : "";
    Refusals.assertRefused(Door.ask(asked, query, forge.header(kind)), 401, "not-signed-in");
  }
}
