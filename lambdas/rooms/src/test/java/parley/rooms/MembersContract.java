package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of memberships does. */
public abstract class MembersContract {

  static final Room TEA = new Room("r1", "Tea", "", true, 1, List.of());

  /** Empty stores. */
  abstract RoomsContract.Stores stores();

  private static Membership join(String room, String user, Role role, String change) {
    return Membership.first(room, user, role, Change.of(change, Change.Kind.JOINED, user));
  }

  private static Membership left(Membership member) {
    return member.with(member.role(), Change.of("gone", Change.Kind.LEFT, member.user()));
  }

  @Test
  void aMembershipIsWrittenWhereItIsAsItWasRead() {
    var members = stores().members();
    var first = join("r1", "u2", Role.MEMBER, "a");
    assertThat(members.change(TEA, Optional.empty(), first)).isTrue();
    assertThat(members.find("r1", "u2")).contains(first);
    assertThat(members.change(TEA, Optional.empty(), join("r1", "u2", Role.MEMBER, "b"))).isFalse();
    assertThat(members.change(TEA, Optional.of(first), left(first))).isTrue();
    assertThat(members.change(TEA, Optional.of(first), left(first))).isFalse();
    assertThat(members.find("r1", "u2")).contains(left(first));
  }

  @Test
  void theNumberOfOwnersChangesWithTheOwners() {
    var stores = stores();
    var owner = stores.open(TEA);
    var other = join("r1", "u2", Role.OWNER, "b");
    assertThat(stores.members().change(TEA, Optional.empty(), other)).isTrue();
    var two = stores.rooms().find("r1").orElseThrow();
    assertThat(two.owners()).isEqualTo(2);
    assertThat(stores.members().change(two, Optional.of(owner), left(owner))).isTrue();
    assertThat(stores.members().change(two, Optional.of(other), left(other))).isFalse();
    assertThat(stores.rooms().find("r1").orElseThrow().owners()).isEqualTo(1);
    assertThat(stores.members().find("r1", "u2")).contains(other);
  }

  @Test
  void aMembershipThatWasNotAsReadLeavesTheNumberOfOwners() {
    var stores = stores();
    var owner = stores.open(TEA);
    var other = owner.with(Role.MEMBER, Change.of("x", Change.Kind.ROLE, "u1"));
    assertThat(stores.members().change(TEA, Optional.of(other), left(other))).isFalse();
    var stale = new Membership("r1", "u1", Role.OWNER, Mark.NONE, other.change());
    assertThat(stores.members().change(TEA, Optional.of(stale), left(stale))).isFalse();
    assertThat(stores.rooms().find("r1")).contains(TEA);
    assertThat(stores.members().find("r1", "u1")).contains(owner);
  }

  @Test
  void aChangeThatWasToldIsToldUntilTheNext() {
    var members = stores().members();
    var first = join("r1", "u2", Role.MEMBER, "a");
    members.change(TEA, Optional.empty(), first);
    members.told(first);
    assertThat(members.find("r1", "u2").orElseThrow().change())
        .isEqualTo(new Change("a", Change.Kind.JOINED, "u2", false));
    members.change(TEA, Optional.of(first), left(first));
    members.told(first);
    assertThat(members.find("r1", "u2").orElseThrow().change().untold()).isTrue();
  }

  @Test
  void aReadMarkMovesForwardOnlyAndSurvivesChanges() {
    var members = stores().members();
    var first = join("r1", "u2", Role.MEMBER, "a");
    members.change(TEA, Optional.empty(), first);
    assertThat(members.mark("r1", "u2", new Mark(7, 3))).isTrue();
    assertThat(members.mark("r1", "u2", new Mark(6, 2))).isTrue();
    assertThat(members.find("r1", "u2").orElseThrow().read()).isEqualTo(new Mark(7, 3));
    members.change(TEA, Optional.of(first), left(first));
    assertThat(members.find("r1", "u2").orElseThrow().read()).isEqualTo(new Mark(7, 3));
  }

  @Test
  void whoIsNoMemberMarksNothing() {
    var members = stores().members();
    var first = join("r1", "u2", Role.MEMBER, "a");
    members.change(TEA, Optional.empty(), first);
    members.change(TEA, Optional.of(first), left(first));
    assertThat(members.mark("r1", "u2", new Mark(7, 3))).isFalse();
    assertThat(members.mark("r1", "u3", new Mark(7, 3))).isFalse();
    assertThat(members.find("r1", "u3")).isEmpty();
  }

  @Test
  void membersAndRoomsAreListedWithoutThoseThatEnded() {
    var members = stores().members();
    for (var i = 0; i < 260; i++) {
      var room = "r%03d".formatted(i);
      var member = join(room, "u1", Role.MEMBER, "a");
      members.change(TEA, Optional.empty(), member);
      if (i % 2 == 0) {
        members.change(TEA, Optional.of(member), left(member));
      }
    }
    var odd = IntStream.range(0, 130).mapToObj(i -> "r%03d".formatted(2 * i + 1)).toList();
    var first = members.roomsOf("u1", "", 100);
    assertThat(first.rows()).extracting(Membership::room).isEqualTo(odd.subList(0, 100));
    var second = members.roomsOf("u1", first.next(), 30);
    assertThat(second.rows()).extracting(Membership::room).isEqualTo(odd.subList(100, 130));
    assertThat(second.next()).isEmpty();
    assertThat(members.of("r000", 9)).isEmpty();
    assertThat(members.of("r001", 9)).hasSize(1);
    assertThat(members.find("u1", List.of("r000", "r001", "none")))
        .extracting(Membership::active)
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void noMoreMembersAreReadThanAskedFor() {
    var members = stores().members();
    for (var i = 0; i < 5; i++) {
      members.change(TEA, Optional.empty(), join("r1", "u" + i, Role.MEMBER, "a"));
    }
    assertThat(members.of("r1", 2)).extracting(Membership::user).containsExactly("u0", "u1");
  }
}
