package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import parley.tests.twin.Answer;

/**
 * Rooms of every kind, just made, with people in every position to them; each has written where
 * they may.
 *
 * @param closed a private room
 * @param open a public room
 * @param direct a direct room, the same in every world
 */
record World(Place closed, Place open, Place direct, long removedWrote, long memberWrote) {

  /**
   * A room.
   *
   * @param first the message of the one who is there for the others
   * @param last the message of the one who acts
   */
  record Place(String room, long first, long last) {}

  /**
   * Somebody before a room.
   *
   * @param caller who asks
   * @param room for what
   * @param own the number of a message of their own
   * @param others the number of another's message
   * @param other another who is in the room
   */
  record Scene(Cast caller, String room, long own, long others, Cast other) {}

  static World make() {
    var closed = Cast.OWNER.person().newRoom("private");
    for (var member : new Cast[] {Cast.MEMBER, Cast.OTHER_MEMBER, Cast.REMOVED}) {
      done(
          Cast.OWNER
              .person()
              .send(
                  "PUT",
                  "/rooms/%s/members/%s".formatted(closed, member.id()),
                  Map.of("role", "member")));
    }
    var removedWrote = says(Cast.REMOVED, closed, 1);
    var others = says(Cast.OTHER_MEMBER, closed, removedWrote);
    var memberWrote = says(Cast.MEMBER, closed, removedWrote);
    var owners = says(Cast.OWNER, closed, removedWrote);
    done(
        Cast.OWNER
            .person()
            .send("DELETE", "/rooms/%s/members/%s".formatted(closed, Cast.REMOVED.id()), null));
    var open = Cast.OWNER.person().newRoom("public");
    var opens = says(Cast.OWNER, open, 1);
    return new World(
        new Place(closed, others, owners),
        new Place(open, opens, opens),
        directPlace(),
        removedWrote,
        memberWrote);
  }

  private static Place directPlace() {
    var member = Cast.MEMBER.person();
    var room = member.send("PUT", "/directs/" + Cast.OWNER.id(), Map.of()).text("room");
    var first = says(Cast.OWNER, room, member.tail(room));
    return new Place(room, first, says(Cast.MEMBER, room, first));
  }

  /** Who stands in a column of the page. */
  Scene scene(String column) {
    return switch (column) {
      case "no room" -> new Scene(Cast.OWNER, "nobodys-room", 1, 1, Cast.GUEST);
      case "stranger" -> closed(Cast.STRANGER, closed.first);
      case "passer-by" -> new Scene(Cast.STRANGER, open.room, open.last, open.first, Cast.OWNER);
      case "removed" -> closed(Cast.REMOVED, removedWrote);
      case "third" -> new Scene(Cast.STRANGER, direct.room, direct.last, direct.first, Cast.OWNER);
      case "one of two" ->
          new Scene(Cast.MEMBER, direct.room, direct.last, direct.first, Cast.OWNER);
      case "member" -> closed(Cast.MEMBER, memberWrote);
      case "owner" -> closed(Cast.OWNER, closed.last);
      default -> throw new IllegalArgumentException("docs/access.md has a new column: " + column);
    };
  }

  /** The owner where they may do what a row asks for: they may leave where nobody else is. */
  static Scene ofTheOwner(AccessPage.Row row) {
    if (row.cell("owner").isEmpty()) {
      return new Scene(Cast.OWNER, "nobodys-room", 1, 1, Cast.GUEST);
    }
    var world = make();
    return row.cell("owner").equals("last-owner")
        ? new Scene(Cast.OWNER, world.open.room, 1, 1, Cast.GUEST)
        : world.scene("owner");
  }

  private Scene closed(Cast caller, long own) {
    return new Scene(caller, closed.room, own, closed.first, Cast.OTHER_MEMBER);
  }

  private static long says(Cast who, String room, long after) {
    var answer = who.person().say(room, after, "something");
    done(answer);
    return answer.body().path("seq").asLong();
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
  }
}
