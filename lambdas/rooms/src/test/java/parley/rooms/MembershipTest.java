package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.rooms.RoomsFixture.code;
import static parley.rooms.RoomsFixture.fields;
import static parley.rooms.RoomsFixture.json;

import org.junit.jupiter.api.Test;

class MembershipTest {

  private final RoomsFixture rooms = new RoomsFixture();

  @Test
  void joiningLeavingAndJoiningAgainAreThreeEntries() {
    var room = rooms.room("u1", "public");
    rooms.join(room, "u2");
    rooms.leave(room, "u2");
    rooms.join(room, "u2");
    assertThat(rooms.log.entries)
        .containsExactly(
            "joined u1 as owner by u1",
            "joined u2 as member by u2",
            "(revoked u2)",
            "left u2 as member by u2",
            "joined u2 as member by u2");
  }

  @Test
  void whatIsAskedTwiceIsDoneOnce() {
    var room = rooms.room("u1", "public");
    assertThat(rooms.join(room, "u2")).isEqualTo(rooms.join(room, "u2"));
    rooms.add(room, "u1", "u3", "owner");
    assertThat(rooms.add(room, "u1", "u3", "owner").status()).isEqualTo(200);
    rooms.remove(room, "u1", "u2");
    assertThat(rooms.remove(room, "u1", "u2").status()).isEqualTo(200);
    rooms.leave(room, "u3");
    assertThat(rooms.leave(room, "u3").status()).isEqualTo(200);
    assertThat(rooms.log.entries)
        .containsExactly(
            "joined u1 as owner by u1",
            "joined u2 as member by u2",
            "added u3 as owner by u1",
            "(revoked u2)",
            "removed u2 as member by u1",
            "(revoked u3)",
            "left u3 as owner by u3");
  }

  @Test
  void whoComesHasReadWhatWasThereBefore() {
    var room = rooms.room("u1", "public");
    rooms.log.grow(room, 9);
    var read = json(rooms.join(room, "u2")).path("read");
    assertThat(read.path("seq").asLong()).isEqualTo(11);
    assertThat(read.path("messages").asLong()).isEqualTo(5);
  }

  @Test
  void aPrivateRoomThatIsNotYoursIsNone() {
    var room = rooms.room("u1", "private");
    var none = rooms.join("none", "u2");
    assertThat(code(none)).isEqualTo("not-found");
    assertThat(rooms.join(room, "u2")).isEqualTo(none);
    assertThat(rooms.leave(room, "u2")).isEqualTo(none);
    assertThat(rooms.add(room, "u2", "u3", "member")).isEqualTo(none);
    assertThat(rooms.remove(room, "u2", "u1")).isEqualTo(none);
  }

  @Test
  void whoWasRemovedFromAPrivateRoomSeesItNoMore() {
    var room = rooms.room("u1", "private");
    rooms.add(room, "u1", "u2", "member");
    rooms.remove(room, "u1", "u2");
    assertThat(code(rooms.join(room, "u2"))).isEqualTo("not-found");
    assertThat(code(rooms.leave(room, "u2"))).isEqualTo("not-found");
  }

  @Test
  void onlyOwnersChangeMembers() {
    var room = rooms.room("u1", "public");
    rooms.join(room, "u2");
    assertThat(code(rooms.add(room, "u2", "u3", "member"))).isEqualTo("forbidden");
    assertThat(code(rooms.add(room, "u2", "u2", "owner"))).isEqualTo("forbidden");
    assertThat(code(rooms.remove(room, "u2", "u1"))).isEqualTo("forbidden");
    assertThat(code(rooms.add(room, "u3", "u4", "member"))).isEqualTo("forbidden");
  }

  @Test
  void anOwnerMayRemoveAnotherAndAnybodyThemselves() {
    var room = rooms.room("u1", "public");
    rooms.add(room, "u1", "u2", "owner");
    rooms.join(room, "u3");
    assertThat(rooms.remove(room, "u3", "u3").status()).isEqualTo(200);
    assertThat(rooms.remove(room, "u2", "u1").status()).isEqualTo(200);
    assertThat(rooms.members.of(room, 9)).extracting(Membership::user).containsExactly("u2");
    assertThat(rooms.rooms.rows.get(room).owners()).isEqualTo(1);
  }

  @Test
  void theLastOwnerStaysWhileOthersDo() {
    var room = rooms.room("u1", "public");
    rooms.join(room, "u2");
    assertThat(code(rooms.leave(room, "u1"))).isEqualTo("last-owner");
    assertThat(code(rooms.remove(room, "u1", "u1"))).isEqualTo("last-owner");
    assertThat(code(rooms.add(room, "u1", "u1", "member"))).isEqualTo("last-owner");
    rooms.add(room, "u1", "u2", "owner");
    assertThat(rooms.leave(room, "u1").status()).isEqualTo(200);
  }

  @Test
  void theLastMemberMayLeaveAndTheNextToJoinOwnsTheRoom() {
    var room = rooms.room("u1", "public");
    assertThat(rooms.leave(room, "u1").status()).isEqualTo(200);
    assertThat(json(rooms.join(room, "u2")).path("role").asText()).isEqualTo("owner");
    assertThat(json(rooms.join(room, "u3")).path("role").asText()).isEqualTo("member");
  }

  @Test
  void anOwnerMayGiveUpBeingOneAndAskAgain() {
    var room = rooms.room("u1", "private");
    rooms.add(room, "u1", "u2", "owner");
    assertThat(rooms.add(room, "u1", "u1", "member").status()).isEqualTo(200);
    assertThat(rooms.add(room, "u1", "u1", "member").status()).isEqualTo(200);
    assertThat(rooms.rooms.rows.get(room).owners()).isEqualTo(1);
  }

  @Test
  void aDirectRoomStaysAsItIs() {
    var room = RoomsFixture.text(rooms.direct("u1", "u2"), "room");
    assertThat(code(rooms.join(room, "u1"))).isEqualTo("direct-room");
    assertThat(code(rooms.leave(room, "u1"))).isEqualTo("direct-room");
    assertThat(code(rooms.add(room, "u1", "u3", "member"))).isEqualTo("direct-room");
    assertThat(code(rooms.add(room, "u1", "u1", "member"))).isEqualTo("direct-room");
    assertThat(code(rooms.remove(room, "u1", "u2"))).isEqualTo("direct-room");
    assertThat(code(rooms.remove(room, "u1", "u1"))).isEqualTo("direct-room");
    assertThat(code(rooms.join(room, "u3"))).isEqualTo("not-found");
  }

  @Test
  void somebodyWhoDoesNotExistIsNotAdded() {
    var room = rooms.room("u1", "public");
    var reply = rooms.add(room, "u1", "stranger", "member");
    assertThat(code(reply)).isEqualTo("not-found");
    assertThat(json(reply).path("detail").asText()).contains("person");
    assertThat(rooms.remove(room, "u1", "stranger").status()).isEqualTo(200);
  }

  @Test
  void whatIsNotAsDescribedIsRefused() {
    assertThat(fields(rooms.add("a b", "u1", "a/b", "king")))
        .containsExactly("room", "user", "role");
    assertThat(fields(rooms.remove("", "u1", ""))).containsExactly("room", "user");
    assertThat(fields(rooms.join("", "u1"))).containsExactly("room");
    assertThat(fields(rooms.leave("#", "u1"))).containsExactly("room");
  }
}
