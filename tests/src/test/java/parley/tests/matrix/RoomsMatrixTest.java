package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.tests.matrix.AccessPage.Row;
import parley.tests.twin.Answer;
import parley.tests.twin.Person;
import parley.tests.twin.Stored;

/** Everybody who may stand before a room, and everything that can be asked about one. */
class RoomsMatrixTest {

  private static final List<String> COLUMNS =
      List.of(
          "no room", "stranger", "passer-by", "removed", "third", "one of two", "member", "owner");

  @TestFactory
  Stream<DynamicContainer> inARoom() {
    return AccessPage.table("In a room").stream()
        .map(row -> dynamicContainer(row.toString(), Stream.of(row).flatMap(RoomsMatrixTest::row)));
  }

  @TestFactory
  Stream<DynamicTest> withoutARoom() {
    return AccessPage.table("Without a room").stream()
        .map(row -> dynamicTest(row.toString(), () -> signedIn(row)));
  }

  /** In a world of its own, made when the row's turn comes. */
  private static Stream<DynamicNode> row(Row row) {
    var world = World.make();
    var changed = new AtomicBoolean();
    var tried =
        COLUMNS.stream()
            .filter(column -> !(Expected.of(row.cell(column)) instanceof Expected.Untried))
            .map(
                column ->
                    dynamicTest(
                        "%s: %s".formatted(column, row.cell(column)),
                        () -> {
                          if (cell(row, column, world)) {
                            changed.set(true);
                          }
                        }));
    var control =
        dynamicTest(
            "whoever may changes what is compared", () -> assertControl(row, changed.get()));
    return Stream.concat(tried, Stream.of(control));
  }

  /** Tries one cell; says whether it changed anything. */
  private static boolean cell(Row row, String column, World world) {
    var scene = world.scene(column);
    var asked = Asked.of(row, scene);
    Stored.awaitNobodyHears(scene.room());
    var before = Stored.of(scene.room());
    var answer = asked.by(scene.caller().person());
    var after = Stored.of(scene.room());
    switch (Expected.of(row.cell(column))) {
      case Expected.Untried() -> throw new AssertionError("not to be tried");
      case Expected.Allowed() -> {
        assertAllowed(answer);
        assertThat(asked.lists() && !tells(asked, answer, scene)).as("%s", answer).isFalse();
      }
      case Expected.LeftOut() -> {
        assertAllowed(answer);
        assertThat(tells(asked, answer, scene)).as("%s", answer).isFalse();
        assertThat(after).isEqualTo(before);
      }
      case Expected.Refused(var status, var code) -> {
        Refusals.assertRefused(answer, status, code);
        assertThat(answer.text("detail")).isEqualTo(ofNoRoom(row, code, world, answer));
        assertThat(after).isEqualTo(before);
      }
    }
    return !after.equals(before);
  }

  /** A room that one may not see is refused in the words for one that does not exist. */
  private static String ofNoRoom(Row row, String code, World world, Answer otherwise) {
    if (!code.equals("not-found") || row.cell("no room").equals("–")) {
      return otherwise.text("detail");
    }
    var scene = world.scene("no room");
    return Asked.of(row, scene).by(scene.caller().person()).text("detail");
  }

  private static boolean tells(Asked asked, Answer answer, World.Scene scene) {
    return asked.tells(answer, scene.room())
        || (!answer.text("next").isEmpty() && nextTells(asked, answer, scene));
  }

  private static boolean nextTells(Asked asked, Answer answer, World.Scene scene) {
    var path = asked.path().replaceFirst("&next=.*", "") + "&next=" + answer.text("next");
    var next = new Asked(asked.entry(), path, asked.body());
    return tells(next, next.by(scene.caller().person()), scene);
  }

  private static void signedIn(Row row) {
    var asked = Asked.of(row, new World.Scene(Cast.STRANGER, "none", 1, 1, Cast.GUEST));
    var answer = asked.by(Cast.STRANGER.person());
    if (Expected.of(row.cell("whoever signed in"))
        instanceof Expected.Refused(var status, var code)) {
      Refusals.assertRefused(answer, status, code);
    } else {
      assertAllowed(answer);
    }
    if (!asked.overSocket()) {
      Refusals.assertRefused(asked.by(Person.anonymous(Cast.site())), 401, "not-signed-in");
    }
  }

  private static void assertControl(Row row, boolean changed) {
    var somebodyMay = COLUMNS.stream().anyMatch(column -> row.cell(column).equals("yes"));
    var asked = Asked.of(row, new World.Scene(Cast.OWNER, "none", 1, 1, Cast.GUEST));
    var isSoAlready = row.cell("what").equals("oneself, as owner");
    assertThat(changed).isEqualTo(somebodyMay && !asked.reads() && !isSoAlready);
  }

  private static void assertAllowed(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
  }
}
