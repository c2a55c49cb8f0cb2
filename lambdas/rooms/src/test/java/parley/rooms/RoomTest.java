package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.rooms.RoomsFixture.ask;
import static parley.rooms.RoomsFixture.code;
import static parley.rooms.RoomsFixture.fields;
import static parley.rooms.RoomsFixture.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;

/** Reading and changing a room, and marking what one has read. */
class RoomTest {

  private final RoomsFixture rooms = new RoomsFixture();

  @Test
  void aMemberSeesTheMembersAndHowFarTheyHaveRead() {
    var room = rooms.room("u1", "private");
    rooms.add(room, "u1", "u2", "member");
    assertThat(rooms.read(room, "u2"))
        .hasToString(
            """
            {"room":"%s","kind":"room","name":"Tea","topic":"","visibility":"private",\
            "role":"member","read":{"seq":2,"messages":1},"members":[\
            {"user":"u1","role":"owner","read":{"seq":1,"messages":0}},\
            {"user":"u2","role":"member","read":{"seq":2,"messages":1}}]}\
            """
                .formatted(room));
  }

  @Test
  void othersSeeAPublicRoomAndItsMembersAlone() {
    var room = rooms.room("u1", "public");
    assertThat(rooms.read(room, "u2"))
        .hasToString(
            """
            {"room":"%s","kind":"room","name":"Tea","topic":"","visibility":"public",\
            "members":[{"user":"u1","role":"owner"}]}\
            """
                .formatted(room));
  }

  @Test
  void formerMembersAreNotShown() {
    var room = rooms.room("u1", "public");
    rooms.join(room, "u2");
    rooms.leave(room, "u2");
    assertThat(rooms.read(room, "u2").path("members").findValuesAsText("user"))
        .containsExactly("u1");
    assertThat(rooms.read(room, "u2").has("role")).isFalse();
  }

  @Test
  void aPrivateRoomThatIsNotYoursIsNone() {
    var room = rooms.room("u1", "private");
    var none = json(update("none", "u2", "{'name':'A'}"));
    assertThat(none.path("code").asText()).isEqualTo("not-found");
    assertThat(rooms.read(room, "u2")).isEqualTo(none);
    assertThat(json(update(room, "u2", "{'name':'A'}"))).isEqualTo(none);
    assertThat(json(mark(room, "u2", 1, 1))).isEqualTo(none);
  }

  @Test
  void anOwnerChangesNameAndTopic() {
    var room = rooms.room("u1", "public");
    assertThat(json(update(room, "u1", "{'name':' Coffee  now '}")).path("name").asText())
        .isEqualTo("Coffee now");
    var changed = json(update(room, "u1", "{'topic':'Beans'}"));
    assertThat(changed.path("name").asText()).isEqualTo("Coffee now");
    assertThat(changed.path("topic").asText()).isEqualTo("Beans");
    assertThat(changed.path("role").asText()).isEqualTo("owner");
    assertThat(json(update(room, "u1", "{'topic':''}")).path("topic").asText()).isEmpty();
  }

  @Test
  void nobodyElseChangesARoom() {
    var room = rooms.room("u1", "public");
    rooms.join(room, "u2");
    assertThat(code(update(room, "u2", "{'name':'A'}"))).isEqualTo("forbidden");
    assertThat(code(update(room, "u3", "{'name':'A'}"))).isEqualTo("forbidden");
    var direct = RoomsFixture.text(rooms.direct("u1", "u2"), "room");
    assertThat(code(update(direct, "u1", "{'name':'A'}"))).isEqualTo("direct-room");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{'name':''} | name",
        "{'name':' '} | name",
        "{'name':null} | name",
        "{'topic':null} | topic",
        "{'topic':{}} | topic"
      })
  void whatIsNotAsDescribedIsRefused(String body, String field) {
    var room = rooms.room("u1", "public");
    assertThat(fields(update(room, "u1", body))).containsExactly(field);
  }

  @Test
  void aTopicHasTwoHundredAndFiftyCharactersAtMost() {
    var room = rooms.room("u1", "public");
    assertThat(update(room, "u1", "{'topic':'" + "👋".repeat(250) + "'}").status()).isEqualTo(200);
    assertThat(fields(update(room, "u1", "{'topic':'" + "a".repeat(251) + "'}")))
        .containsExactly("topic");
  }

  @Test
  void aReadMarkNeverMovesBack() {
    var room = rooms.room("u1", "public");
    assertThat(mark(room, "u1", 7, 4).status()).isEqualTo(200);
    assertThat(mark(room, "u1", 5, 3).status()).isEqualTo(200);
    assertThat(rooms.read(room, "u1").path("read")).hasToString("{\"seq\":7,\"messages\":4}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'seq':1}",
        "{'seq':1,'messages':2}",
        "{'seq':-1,'messages':0}",
        "{'seq':1.5,'messages':0}",
        "{'seq':99999999999999999999,'messages':0}",
        "{'seq':'x','messages':[]}"
      })
  void whatIsNoReadMarkIsRefused(String body) {
    var room = rooms.room("u1", "public");
    var reply = ask(rooms.mark, "u1", "{'room':'%s'}".formatted(room), body);
    assertThat(code(reply)).isEqualTo("invalid-input");
  }

  @Test
  void otherFunctionsLearnOfWhichRoomsSomebodyIsAMember() {
    var room = rooms.room("u1", "private");
    var direct = RoomsFixture.text(rooms.direct("u1", "u2"), "room");
    rooms.add(room, "u1", "u2", "member");
    rooms.remove(room, "u1", "u2");
    var asked = Json.object().put("user", "u2");
    asked.putArray("rooms").add(room).add(direct).add("none").add(direct);
    var reply = rooms.find.handle(Request.inside("r", asked));
    assertThat(json(reply)).hasToString("{\"rooms\":[\"%s\"]}".formatted(direct));
  }

  @Test
  void aQuestionAboutNobodyOrNoRoomsIsRefused() {
    assertThat(fields(ask(rooms.find, "", "{}", "{'rooms':[]}"))).containsExactly("user", "rooms");
    assertThat(fields(ask(rooms.find, "", "{}", "{'user':'u1','rooms':[{}]}")))
        .containsExactly("rooms");
  }

  private Reply update(String room, String user, String body) {
    return ask(rooms.update, user, "{'room':'%s'}".formatted(room), body);
  }

  private Reply mark(String room, String user, long seq, long messages) {
    return ask(
        rooms.mark,
        user,
        "{'room':'%s'}".formatted(room),
        "{'seq':%d,'messages':%d}".formatted(seq, messages));
  }
}
