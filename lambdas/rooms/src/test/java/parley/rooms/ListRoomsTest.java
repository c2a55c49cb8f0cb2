package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.rooms.RoomsFixture.ask;
import static parley.rooms.RoomsFixture.fields;
import static parley.rooms.RoomsFixture.json;
import static parley.rooms.RoomsFixture.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRoomsTest {

  private final RoomsFixture rooms = new RoomsFixture();

  @Test
  void mineAreThoseThatIAmAMemberOfWithMyRoleAndMark() {
    var own = rooms.room("u1", "private");
    var other = rooms.room("u2", "public");
    var left = rooms.room("u3", "public");
    var direct = text(rooms.direct("u2", "u1"), "room");
    rooms.join(other, "u1");
    rooms.join(left, "u1");
    rooms.leave(left, "u1");
    var listed = list("mine", "u1", "").path("rooms");
    assertThat(listed.findValuesAsText("room")).containsExactlyInAnyOrder(own, other, direct);
    for (var room : listed) {
      assertThat(room.path("role").asText())
          .isEqualTo(room.path("room").asText().equals(own) ? "owner" : "member");
      assertThat(room.path("read").has("seq")).isTrue();
    }
  }

  @Test
  void publicRoomsComeByTheirNamesWithTheCallersRoleWhereTheyHaveOne() {
    create("u1", 1, "beta", "public");
    create("u1", 2, "Alpha", "public");
    create("u1", 3, "aardvark", "private");
    var listed = list("public", "u2", "").path("rooms");
    assertThat(listed.findValuesAsText("name")).containsExactly("Alpha", "beta");
    assertThat(listed.findValuesAsText("role")).isEmpty();
    assertThat(list("public", "u1", "").path("rooms").findValuesAsText("role"))
        .containsExactly("owner", "owner");
  }

  @Test
  void aRenamedRoomStandsWhereItsNewNameBelongs() {
    create("u1", 1, "alpha", "public");
    var room = create("u1", 2, "beta", "public");
    ask(rooms.update, "u1", "{'room':'%s'}".formatted(room), "{'name':'Aachen'}");
    assertThat(list("public", "u2", "").path("rooms").findValuesAsText("name"))
        .containsExactly("Aachen", "alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "public"})
  void aLongListComesInPagesOfAHundred(String scope) {
    for (var i = 0; i < 230; i++) {
      create("u1", i, "Room # " + i, "public");
    }
    var sizes = new ArrayList<Integer>();
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page = list(scope, "u1", next);
      sizes.add(page.path("rooms").size());
      seen.addAll(page.path("rooms").findValuesAsText("room"));
      next = page.path("next").asText();
    } while (!next.isEmpty());
    assertThat(sizes).isEqualTo(List.of(100, 100, 30));
    assertThat(seen).doesNotHaveDuplicates().hasSize(230);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "!", "%", "YQ", "_-_-", "gICA", "IyM", "I2EgYg", "[]"})
  void aPlaceThatIsNoneOfOursIsRefused(String next) {
    var reply = ask(rooms.list, "u1", "{'scope':'public','next':'%s'}".formatted(next), "{}");
    assertThat(fields(reply)).containsExactly("next");
  }

  @Test
  void aPlaceLongerThanAnyOfOursIsRefused() {
    var entry = Listing.token("x".repeat(1100) + "#room");
    var reply = ask(rooms.list, "u1", "{'scope':'public','next':'%s'}".formatted(entry), "{}");
    assertThat(fields(reply)).containsExactly("next");
    assertThat(fields(ask(rooms.list, "u1", "{'scope':'mine','next':'a#b'}", "{}")))
        .containsExactly("next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'scope':''}", "{'scope':'all'}", "{'scope':['mine']}"})
  void anUnknownScopeIsRefused(String params) {
    assertThat(fields(ask(rooms.list, "u1", params, "{}"))).containsExactly("scope");
  }

  private JsonNode list(String scope, String user, String next) {
    return json(ask(rooms.list, user, "{'scope':'%s','next':'%s'}".formatted(scope, next), "{}"));
  }

  private String create(String user, int number, String name, String visibility) {
    var id = "00000000-0000-4000-8000-%012d".formatted(number);
    return text(
        ask(
            rooms.create,
            user,
            "{}",
            "{'clientId':'%s','name':'%s','visibility':'%s'}".formatted(id, name, visibility)),
        "room");
  }
}
