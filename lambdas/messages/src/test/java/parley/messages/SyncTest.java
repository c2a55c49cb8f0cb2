package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Refusal;

final class SyncTest {

  private final Chat chat = Chat.withAda();

  @Test
  void whatCameAfterIsGivenWithTheTail() {
    chat.say("ada", "two");
    chat.say("ada", "three");
    var room = room("{\"room\": \"r\", \"after\": 1}");
    assertThat(room.path("tail").toString()).isEqualTo("{\"seq\":3,\"messages\":2}");
    assertThat(seqs(room)).isEqualTo("2,3");
    assertThat(room.path("more").asBoolean()).isFalse();
  }

  @Test
  void whereNothingIsNewThereIsTheTailAlone() {
    chat.say("ada", "two");
    var room = room("{\"room\": \"r\", \"after\": 2}");
    assertThat(room.toString())
        .isEqualTo(
            "{\"room\":\"r\",\"more\":false,\"tail\":{\"seq\":2,\"messages\":1},\"entries\":[]}");
    assertThat(room("{\"room\": \"r\"}")).isEqualTo(room);
    assertThat(room("{\"room\": \"r\", \"after\": 99}")).isEqualTo(room);
  }

  @Test
  void aRoomGivesAtMostTwoHundredEntries() {
    for (var i = 0; i < 250; i++) {
      chat.say("ada", "text");
    }
    var room = room("{\"room\": \"r\", \"after\": 0}");
    assertThat(room.path("entries")).hasSize(200);
    assertThat(room.path("more").asBoolean()).isTrue();
    assertThat(room.path("tail").path("seq").asLong()).isEqualTo(251);
    var rest = room("{\"room\": \"r\", \"after\": 200}");
    assertThat(rest.path("entries")).hasSize(51);
    assertThat(rest.path("more").asBoolean()).isFalse();
  }

  @Test
  void whereEnoughIsTogetherTheOtherRoomsGetTheirTails() {
    var small = new Chat(2_000);
    for (var i = 0; i < 20; i++) {
      small.change("room" + i, "ada", "joined", "owner");
      small.change("room" + i, "bob", "added", "member");
    }
    var wanted = Json.object();
    for (var i = 0; i < 20; i++) {
      wanted.withArray("rooms").addObject().put("room", "room" + i).put("after", 0);
    }
    var rooms = Chat.body(small.sync("ada", wanted.toString())).path("rooms");
    assertThat(rooms).hasSize(20);
    assertThat(seqs(rooms.get(0))).isEqualTo("1,2");
    assertThat(seqs(rooms.get(2))).isEqualTo("1");
    for (var i = 2; i < 20; i++) {
      assertThat(rooms.get(i).path("more").asBoolean()).isTrue();
      assertThat(rooms.get(i).path("tail").path("seq").asLong()).isEqualTo(2);
    }
    assertThat(rooms.valueStream().skip(3).map(SyncTest::seqs)).containsOnly("");
  }

  @Test
  void roomsThatOneMayNotSeeAreLeftOut() {
    var reply =
        chat.sync("eve", "{\"rooms\": [{\"room\": \"r\", \"after\": 0}, {\"room\": \"nowhere\"}]}");
    assertThat(Json.write(reply.body())).isEqualTo("{\"rooms\":[]}");
  }

  @Test
  void badInputIsNamedByItsPlace() {
    var reply =
        chat.sync("ada", "{\"rooms\": [{\"room\": \"r\"}, 5, {\"room\": \"r\", \"after\": -1}]}");
    assertThat(((Refusal) reply.body()).errors())
        .extracting("field")
        .containsExactly("rooms[1]", "rooms[1].room", "rooms[2].room", "rooms[2].after");
    assertThat(Chat.code(chat.sync("ada", "{\"rooms\": []}"))).isEqualTo("invalid-input");
    assertThat(Chat.code(chat.sync("ada", "{}"))).isEqualTo("invalid-input");
  }

  private JsonNode room(String wanted) {
    return Chat.body(chat.sync("ada", "{\"rooms\": [%s]}".formatted(wanted))).path("rooms").get(0);
  }

  private static String seqs(JsonNode room) {
    return String.join(",", room.path("entries").findValuesAsText("seq"));
  }
}
