package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.kernel.Ids;
import parley.kernel.Reply;

/** Every change of membership may be cut short at any step, and is done once after a retry. */
class RetryTest {

  private static final String ROOM = Ids.derived("room", "u1", RoomsFixture.CLIENT_ID);

  /** What is asked for, in a room of u1 (owner), u2 (owner) and u3 (member). */
  enum Wish {
    CREATE(rooms -> rooms.createRoom("u4", "private"), "joined u4 as owner by u4"),
    DIRECT(
        rooms -> rooms.direct("u1", "u4"), "joined u1 as member by u1", "added u4 as member by u1"),
    JOIN(rooms -> rooms.join(ROOM, "u4"), "joined u4 as member by u4"),
    LEAVE(rooms -> rooms.leave(ROOM, "u3"), "(revoked u3)", "left u3 as member by u3"),
    LEAVE_AS_OWNER(rooms -> rooms.leave(ROOM, "u1"), "(revoked u1)", "left u1 as owner by u1"),
    ADD(rooms -> rooms.add(ROOM, "u1", "u4", "member"), "added u4 as member by u1"),
    ADD_AN_OWNER(rooms -> rooms.add(ROOM, "u1", "u4", "owner"), "added u4 as owner by u1"),
    RAISE(rooms -> rooms.add(ROOM, "u1", "u3", "owner"), "role u3 as owner by u1"),
    LOWER(rooms -> rooms.add(ROOM, "u1", "u2", "member"), "role u2 as member by u1"),
    STEP_DOWN(rooms -> rooms.add(ROOM, "u1", "u1", "member"), "role u1 as member by u1"),
    REMOVE(rooms -> rooms.remove(ROOM, "u1", "u3"), "(revoked u3)", "removed u3 as member by u1"),
    REMOVE_AN_OWNER(
        rooms -> rooms.remove(ROOM, "u1", "u2"), "(revoked u2)", "removed u2 as owner by u1"),
    REMOVE_ONESELF(
        rooms -> rooms.remove(ROOM, "u1", "u1"), "(revoked u1)", "left u1 as owner by u1");

    private final Function<RoomsFixture, Reply> request;
    private final List<String> events;

    Wish(Function<RoomsFixture, Reply> request, String... events) {
      this.request = request;
      this.events = List.of(events);
    }
  }

  /** Only who sees the room can join it; the rest is harder where it is private. */
  private static RoomsFixture fixture(Wish wish) {
    var rooms = new RoomsFixture();
    assertThat(rooms.room("u1", wish == Wish.JOIN ? "public" : "private")).isEqualTo(ROOM);
    rooms.add(ROOM, "u1", "u2", "owner");
    rooms.add(ROOM, "u1", "u3", "member");
    rooms.log.entries.clear();
    return rooms;
  }

  @ParameterizedTest
  @EnumSource
  void aRetryAfterACrashAtAnyStepGivesWhatOneRequestGives(Wish wish) {
    var undisturbed = fixture(wish);
    var expected = wish.request.apply(undisturbed);
    assertThat(expected.succeeded()).isTrue();
    assertThat(undisturbed.log.entries).isEqualTo(wish.events);
    for (var step = 0; crash(wish, expected, undisturbed, step); step++) {
      assertThat(step).as("steps of a request").isLessThan(50);
    }
  }

  /** False where the request is done before that step. */
  private static boolean crash(Wish wish, Reply expected, RoomsFixture undisturbed, int step) {
    var rooms = fixture(wish);
    rooms.steps.crashBefore(step);
    var crashed = false;
    try {
      var _ = wish.request.apply(rooms);
    } catch (Steps.Crash e) {
      crashed = true;
    }
    rooms.steps.calm();
    assertThat(wish.request.apply(rooms)).as("crash before step %d", step).isEqualTo(expected);
    assertThat(rooms.log.entries.stream().distinct()).isEqualTo(wish.events);
    assertThat(rooms.log.entries.stream().filter(e -> !e.startsWith("("))).doesNotHaveDuplicates();
    assertThat(state(rooms)).isEqualTo(state(undisturbed));
    return crashed;
  }

  /** All that is stored but the changes' ids, which are new for an attempt that wrote nothing. */
  private static List<String> state(RoomsFixture rooms) {
    var members =
        rooms.members.rows.values().stream()
            .map(
                m ->
                    m.with(
                        m.role(),
                        new Change("", m.change().kind(), m.change().by(), m.change().untold())))
            .map(Membership::toString);
    return Stream.concat(members, rooms.rooms.rows.values().stream().map(Room::toString)).toList();
  }
}
