package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.kernel.Ids;

/** Another request may come in between any two steps of one. */
class RaceTest {

  private static final String ROOM = Ids.derived("room", "u1", RoomsFixture.CLIENT_ID);

  /** Two requests, in a room of u1 (owner), u2 (owner) and u3 (member). */
  enum Race {
    TWO_OWNERS_LEAVE(rooms -> rooms.leave(ROOM, "u1"), rooms -> rooms.leave(ROOM, "u2")),
    OWNERS_REMOVE_EACH_OTHER(
        rooms -> rooms.remove(ROOM, "u1", "u2"), rooms -> rooms.remove(ROOM, "u2", "u1")),
    OWNERS_LOWER_EACH_OTHER(
        rooms -> rooms.add(ROOM, "u1", "u2", "member"),
        rooms -> rooms.add(ROOM, "u2", "u1", "member")),
    RAISED_AND_REMOVED(
        rooms -> rooms.add(ROOM, "u1", "u3", "owner"), rooms -> rooms.remove(ROOM, "u2", "u3")),
    REMOVED_AND_RAISED(
        rooms -> rooms.remove(ROOM, "u2", "u3"), rooms -> rooms.add(ROOM, "u1", "u3", "owner")),
    REMOVED_AND_JOINING_AGAIN(
        rooms -> rooms.remove(ROOM, "u1", "u3"), rooms -> rooms.join(ROOM, "u3")),
    LEAVING_AND_REMOVED(rooms -> rooms.leave(ROOM, "u3"), rooms -> rooms.remove(ROOM, "u1", "u3")),
    JOINING_TWICE(rooms -> rooms.join(ROOM, "u4"), rooms -> rooms.join(ROOM, "u4")),
    JOINING_AND_ADDED(
        rooms -> rooms.join(ROOM, "u4"), rooms -> rooms.add(ROOM, "u1", "u4", "owner")),
    BOTH_OPEN_THE_SAME(rooms -> rooms.direct("u1", "u2"), rooms -> rooms.direct("u2", "u1"));

    private final Consumer<RoomsFixture> first;
    private final Consumer<RoomsFixture> second;

    Race(Consumer<RoomsFixture> first, Consumer<RoomsFixture> second) {
      this.first = first;
      this.second = second;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverComesInBetweenTheRoomIsSound(Race race) {
    var pending = false;
    for (var step = 0; !pending; step++) {
      var rooms = fixture();
      rooms.steps.before(step, () -> race.second.accept(rooms));
      race.first.accept(rooms);
      pending = rooms.steps.calm();
      check(rooms, "%s, the second before step %d".formatted(race, step));
    }
  }

  private static RoomsFixture fixture() {
    var rooms = new RoomsFixture();
    rooms.room("u1", "public");
    rooms.add(ROOM, "u1", "u2", "owner");
    rooms.join(ROOM, "u3");
    return rooms;
  }

  private static void check(RoomsFixture rooms, String when) {
    for (var room : rooms.rooms.rows.values()) {
      var members =
          rooms.members.rows.values().stream().filter(m -> m.room().equals(room.room())).toList();
      var owners = members.stream().filter(Membership::owner).count();
      assertThat(room.owners()).as("owners, %s", when).isEqualTo(owners);
      assertThat(room.direct() || owners > 0).as("somebody owns it, %s", when).isTrue();
      assertThat(members).as("told, %s", when).noneMatch(m -> m.change().untold());
    }
    rooms.log.byRoom.keySet().forEach(room -> checkLog(rooms, room, when));
  }

  /** Nobody comes twice or goes twice, and the log ends with what is stored. */
  private static void checkLog(RoomsFixture rooms, String room, String when) {
    var roles = new HashMap<String, String>();
    for (var entry : rooms.log.byRoom.get(room)) {
      var words = entry.split(" ", -1);
      var kind = Change.Kind.of(words[0]);
      assertThat(kind.begins())
          .as("%s after %s, %s", entry, roles, when)
          .isEqualTo(!roles.containsKey(words[1]));
      if (kind.ends()) {
        roles.remove(words[1]);
      } else {
        roles.put(words[1], words[3]);
      }
    }
    var stored =
        rooms.members.rows.values().stream()
            .filter(m -> m.room().equals(room) && m.active())
            .collect(Collectors.toMap(Membership::user, m -> m.role().text()));
    assertThat(stored).as("in room and log, %s", when).isEqualTo(roles);
  }
}
