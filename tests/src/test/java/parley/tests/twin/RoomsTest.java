package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rooms, who is in them, and who may do what. */
class RoomsTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @Test
  void aRepeatedCreationGivesTheSameRoom() {
    var wanted =
        Map.of("clientId", UUID.randomUUID().toString(), "name", "Once", "visibility", "private");
    var first = ada.send("POST", "/rooms", wanted);
    var second = ada.send("POST", "/rooms", wanted);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.text("room")).isEqualTo(first.text("room"));
    assertThat(
            ada.get("/rooms?scope=mine").body().path("rooms").valueStream().filter(named("Once")))
        .hasSize(1);
  }

  @Test
  void aPublicRoomIsListedJoinedAndLeft() {
    var room = ada.newRoom("public");
    assertThat(listed(grace, "public")).contains(room);
    assertThat(listed(grace, "mine")).doesNotContain(room);

    assertThat(grace.send("POST", "/rooms/%s/join".formatted(room), Map.of()).status())
        .isEqualTo(200);
    assertThat(listed(grace, "mine")).contains(room);
    assertThat(grace.say(room, grace.tail(room), "here I am").status()).isEqualTo(201);

    assertThat(grace.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).status())
        .isEqualTo(200);
    assertThat(listed(grace, "mine")).doesNotContain(room);
    assertThat(grace.get("/rooms/%s/messages".formatted(room)).code()).isEqualTo("not-found");
  }

  @Test
  void onlyOwnersChangeARoomAndItsMembers() {
    var room = shared();
    var change = Map.of("topic", "mine now");
    assertThat(grace.send("PATCH", "/rooms/" + room, change).code()).isEqualTo("forbidden");
    assertThat(grace.send("DELETE", "/rooms/%s/members/%s".formatted(room, ada.id()), null).code())
        .isEqualTo("forbidden");

    assertThat(ada.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).code())
        .isEqualTo("last-owner");
    assertThat(ada.send("PUT", member(room, grace), Map.of("role", "owner")).status())
        .isEqualTo(200);
    assertThat(grace.send("PATCH", "/rooms/" + room, change).text("topic")).isEqualTo("mine now");
    assertThat(ada.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).status())
        .isEqualTo(200);
    var members = grace.get("/rooms/" + room).body().path("members");
    assertThat(members).hasSize(1);
    assertThat(members.path(0).path("role").asText()).isEqualTo("owner");
  }

  @Test
  void thePlaceReadUpToNeverMovesBack() {
    var room = shared();
    var tail = grace.tail(room);
    for (var mark : new long[] {tail, 1}) {
      var read = Map.of("seq", mark, "messages", 0);
      assertThat(grace.send("PUT", "/rooms/%s/read".formatted(room), read).status()).isEqualTo(200);
    }
    assertThat(grace.get("/rooms/" + room).body().path("read").path("seq").asLong())
        .isEqualTo(tail);
  }

  @Test
  void unreadIsTheDifferenceOfMessagesWhateverElseStandsInTheLog() {
    var room = shared();
    var before = synced(grace, room);
    for (var text : new String[] {"one", "two", "three"}) {
      var seq = ada.say(room, ada.tail(room), text).body().path("seq").asLong();
      var reaction = new HashMap<String, Object>(Map.of("emoji", "🎉", "on", true));
      reaction.putAll(Map.of("clientId", UUID.randomUUID().toString(), "after", seq));
      assertThat(
              ada.send("POST", "/rooms/%s/messages/%d/reactions".formatted(room, seq), reaction)
                  .status())
          .isEqualTo(200);
    }
    var after = synced(grace, room);
    assertThat(after.path("seq").asLong() - before.path("seq").asLong()).isEqualTo(6);
    assertThat(after.path("messages").asLong() - before.path("messages").asLong()).isEqualTo(3);
  }

  private String shared() {
    var room = ada.newRoom("private");
    assertThat(ada.send("PUT", member(room, grace), Map.of("role", "member")).status())
        .isEqualTo(200);
    return room;
  }

  private static String member(String room, Person person) {
    return "/rooms/%s/members/%s".formatted(room, person.id());
  }

  private static JsonNode synced(Person person, String room) {
    var answer = person.send("POST", "/sync", Map.of("rooms", new Object[] {Map.of("room", room)}));
    return answer.body().at("/rooms/0/tail");
  }

  private static Iterable<String> listed(Person person, String scope) {
    var answer = person.get("/rooms?scope=" + scope);
    return answer
        .body()
        .path("rooms")
        .valueStream()
        .map(room -> room.path("room").asText())
        .toList();
  }

  private static Predicate<JsonNode> named(String name) {
    return room -> room.path("name").asText().equals(name);
  }
}
