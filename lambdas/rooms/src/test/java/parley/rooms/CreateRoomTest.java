package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.rooms.RoomsFixture.ask;
import static parley.rooms.RoomsFixture.code;
import static parley.rooms.RoomsFixture.fields;
import static parley.rooms.RoomsFixture.json;
import static parley.rooms.RoomsFixture.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRoomTest {

  private final RoomsFixture rooms = new RoomsFixture();

  @Test
  void whoMakesARoomIsItsOwnerAndTheLogSaysSo() {
    var reply =
        ask(
            rooms.create,
            "u1",
            "{}",
            "{'clientId':'%s','name':' Tea\\n time ','topic':'Leaves','visibility':'public'}"
                .formatted(RoomsFixture.CLIENT_ID));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(json(reply))
        .hasToString(
            """
            {"room":"%s","kind":"room","name":"Tea time","topic":"Leaves","visibility":"public",\
            "role":"owner","read":{"seq":1,"messages":0}}\
            """
                .formatted(text(reply, "room")));
    assertThat(rooms.log.entries).containsExactly("joined u1 as owner by u1");
  }

  @Test
  void theSameClientIdGivesTheSameRoom() {
    var first = rooms.createRoom("u1", "private");
    var again = rooms.createRoom("u1", "private");
    assertThat(again).isEqualTo(first);
    assertThat(rooms.log.entries).hasSize(1);
    assertThat(text(rooms.createRoom("u2", "private"), "room")).isNotEqualTo(text(first, "room"));
  }

  @Test
  void aRetryDoesNotBringBackWhoHasLeft() {
    var room = rooms.room("u1", "public");
    rooms.leave(room, "u1");
    var again = rooms.createRoom("u1", "public");
    assertThat(text(again, "room")).isEqualTo(room);
    assertThat(json(again).has("role")).isFalse();
    assertThat(rooms.members.of(room, 9)).isEmpty();
  }

  @Test
  void aRetryShowsNothingOfAPrivateRoomToWhoWasRemoved() {
    var room = rooms.room("u1", "private");
    rooms.add(room, "u1", "u2", "owner");
    rooms.remove(room, "u2", "u1");
    assertThat(code(rooms.createRoom("u1", "private"))).isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'clientId':'x','name':'A','visibility':'public'} | clientId",
        "{'clientId':'ID','visibility':'public'} | name",
        "{'clientId':'ID','name':'','visibility':'public'} | name",
        "{'clientId':'ID','name':' ','visibility':'public'} | name",
        "{'clientId':'ID','name':['A'],'visibility':'public'} | name",
        "{'clientId':'ID','name':'A','topic':7,'visibility':'public'} | topic",
        "{'clientId':'ID','name':'A'} | visibility",
        "{'clientId':'ID','name':'A','visibility':'secret'} | visibility"
      })
  void whatIsNotAsDescribedIsRefused(String body, String field) {
    var reply = ask(rooms.create, "u1", "{}", body.replace("ID", RoomsFixture.CLIENT_ID));
    assertThat(fields(reply)).containsExactly(field);
    assertThat(rooms.rooms.rows).isEmpty();
  }

  @Test
  void aDirectRoomIsTheSameForBoth() {
    var hers = rooms.direct("u2", "u1");
    var theirs = rooms.direct("u1", "u2");
    assertThat(hers.status()).isEqualTo(200);
    assertThat(json(hers))
        .hasToString(
            """
            {"room":"%s","kind":"direct","name":"","topic":"","visibility":"private",\
            "role":"member","read":{"seq":1,"messages":0},"people":["u1","u2"]}\
            """
                .formatted(text(hers, "room")));
    assertThat(text(theirs, "room")).isEqualTo(text(hers, "room"));
    assertThat(rooms.log.entries)
        .containsExactly("joined u2 as member by u2", "added u1 as member by u2");
  }

  @Test
  void nobodyOpensADirectRoomWithThemselves() {
    assertThat(fields(rooms.direct("u1", "u1"))).containsExactly("user");
  }

  @Test
  void nobodyOpensADirectRoomWithSomebodyWhoDoesNotExist() {
    var reply = rooms.direct("u1", "stranger");
    assertThat(code(reply)).isEqualTo("not-found");
    assertThat(rooms.rooms.rows).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ü"})
  void whatIsNoUsersIdIsRefused(String user) {
    assertThat(fields(rooms.direct("u1", user))).containsExactly("user");
  }

  @Test
  void aBusyLogIsToldAndTheRetryFinishes() {
    rooms.log.busy = true;
    assertThat(code(rooms.createRoom("u1", "public"))).isEqualTo("busy");
    rooms.log.busy = false;
    assertThat(rooms.createRoom("u1", "public").status()).isEqualTo(201);
    assertThat(rooms.log.entries).hasSize(1);
  }
}
