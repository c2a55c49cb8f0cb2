package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of rooms and memberships does. */
public abstract class RoomsContract {

  static final Room TEA = new Room("r1", "Tea", "Leaves", true, 1, List.of());

  /** The two stores over the same tables. */
  record Stores(Rooms rooms, Members members) {

    /** A room with u1 as its owner. */
    Membership open(Room room) {
      var owner = Membership.first(room.room(), "u1", Role.OWNER, change("c1", Change.Kind.JOINED));
      assertThat(rooms.open(room, List.of(owner))).isTrue();
      return owner;
    }
  }

  /** Empty stores. */
  abstract Stores stores();

  static Change change(String id, Change.Kind kind) {
    return Change.of(id, kind, "u1");
  }

  private static Membership join(String room, String user) {
    return Membership.first(room, user, Role.MEMBER, change("c-" + user, Change.Kind.JOINED));
  }

  @Test
  void aRoomIsFoundAsItWasMadeWithItsMembers() {
    var stores = stores();
    var owner = stores.open(TEA);
    assertThat(stores.rooms().find("r1")).contains(TEA);
    assertThat(stores.members().find("r1", "u1")).contains(owner);
    assertThat(stores.rooms().find("r2")).isEmpty();
    assertThat(stores.members().find("r1", "u2")).isEmpty();
  }

  @Test
  void aDirectRoomIsFoundAsItWasMade() {
    var stores = stores();
    var direct = Room.direct("d1", List.of("u1", "u2"));
    assertThat(stores.rooms().open(direct, List.of(join("d1", "u1"), join("d1", "u2")))).isTrue();
    assertThat(stores.rooms().find(List.of("d1", "r9"))).containsExactly(direct);
    assertThat(stores.members().of("d1", 9)).containsExactly(join("d1", "u1"), join("d1", "u2"));
  }

  @Test
  void aRoomIsMadeOnce() {
    var stores = stores();
    stores.open(TEA);
    var other = new Room("r1", "Other", "", false, 1, List.of());
    assertThat(stores.rooms().open(other, List.of(join("r1", "u2")))).isFalse();
    assertThat(stores.rooms().find("r1")).contains(TEA);
    assertThat(stores.members().find("r1", "u2")).isEmpty();
  }

  @Test
  void onlyWhatIsGivenOfARoomChanges() {
    var stores = stores();
    stores.open(TEA);
    assertThat(stores.rooms().change(TEA, Optional.of("Zen"), Optional.empty()))
        .isEqualTo(new Room("r1", "Zen", "Leaves", true, 1, List.of()));
    assertThat(stores.rooms().change(TEA, Optional.empty(), Optional.of("")))
        .isEqualTo(new Room("r1", "Zen", "", true, 1, List.of()));
  }

  @Test
  void publicRoomsAreListedByNameAndPage() {
    var stores = stores();
    var names = List.of("b", "A", "c # c", "Ä");
    IntStream.range(0, 4)
        .forEach(i -> stores.open(new Room("r" + i, names.get(i), "", true, 1, List.of())));
    stores.open(new Room("r9", "a", "", false, 1, List.of()));
    var first = stores.rooms().listed("", 3);
    assertThat(first.rows()).extracting(Room::name).containsExactly("A", "b", "c # c");
    var second = stores.rooms().listed(first.next(), 3);
    assertThat(second).isEqualTo(new Page<>(List.of(stores.rooms().find("r3").orElseThrow()), ""));
  }

  @Test
  void aRenamedPublicRoomIsListedByItsNewName() {
    var stores = stores();
    stores.open(TEA);
    stores.open(new Room("r2", "M", "", true, 1, List.of()));
    stores.rooms().change(TEA, Optional.of("A"), Optional.empty());
    assertThat(stores.rooms().listed("", 9).rows())
        .extracting(Room::name)
        .containsExactly("A", "M");
  }

  @Test
  void aRenamedPrivateRoomIsNotListed() {
    var stores = stores();
    var room = new Room("r1", "a", "", false, 1, List.of());
    stores.open(room);
    stores.rooms().change(room, Optional.of("b"), Optional.of("t"));
    assertThat(stores.rooms().listed("", 9).rows()).isEmpty();
  }

  @Test
  void noneAreReadWhereNoneAreAskedFor() {
    var stores = stores();
    assertThat(stores.rooms().find(List.of())).isEmpty();
    assertThat(stores.members().find("u1", List.of())).isEmpty();
  }
}
