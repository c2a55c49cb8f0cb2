package parley.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.tests.twin.Person;
import parley.tests.twin.RunningTwin;
import parley.tests.twin.Stored;

/**
 * One who chats as one should, in a private room, while another attacks; what they have stays as it
 * is.
 *
 * @param attacker has a room of their own, and knows the ids of the sane one's
 * @param room the sane one's
 * @param attacked the attacker's own
 * @param before the sane one's rows
 */
record Sane(Person person, Person attacker, String room, String attacked, List<Object> before) {

  private static final int PAGE = 200;

  static Sane begin() {
    URI site = RunningTwin.site();
    var person = Person.newcomer(site, "sane-" + UUID.randomUUID());
    var attacker = Person.newcomer(site, "attacker-" + UUID.randomUUID());
    var room = person.newRoom("private");
    assertThat(person.say(room, 1, "all is well").status()).isEqualTo(201);
    var attacked = attacker.newRoom("private");
    // With another in it, its owner cannot leave it by chance.
    assertThat(
            attacker
                .send(
                    "PUT",
                    "/rooms/%s/members/%s".formatted(attacked, person.id()),
                    Map.of("role", "member"))
                .status())
        .isEqualTo(200);
    assertThat(attacker.say(attacked, 1, "before").status()).isEqualTo(201);
    return new Sane(person, attacker, room, attacked, rows(person, room));
  }

  /** Nothing of the sane one's changed, and they can go on; the attacker's room is in order. */
  void assertUnharmed() {
    assertThat(rows(person, room)).isEqualTo(before);
    assertThat(person.say(room, person.tail(room), "all is still well").status()).isEqualTo(201);
    assertInOrder(log());
    assertThat(attacker.say(attacked, attacker.tail(attacked), "after").status()).isEqualTo(201);
  }

  /** All entries of the attacker's room. */
  List<JsonNode> log() {
    var entries = new ArrayList<JsonNode>();
    while (true) {
      var page =
          attacker
              .get("/rooms/%s/messages?after=%d&limit=%d".formatted(attacked, entries.size(), PAGE))
              .body();
      page.path("entries").forEach(entries::add);
      if (!page.path("more").asBoolean()) {
        return entries;
      }
    }
  }

  /** Numbers without a gap, and a count of messages that is right at each. */
  private static void assertInOrder(List<JsonNode> log) {
    var messages = 0;
    for (var i = 0; i < log.size(); i++) {
      var entry = log.get(i);
      messages += entry.path("kind").asText().equals("message") ? 1 : 0;
      assertThat(entry.path("seq").asInt()).isEqualTo(i + 1);
      assertThat(entry.path("messages").asInt()).as("%s", entry).isEqualTo(messages);
    }
  }

  private static List<Object> rows(Person person, String room) {
    var rows = new ArrayList<>(Stored.of(room));
    rows.add(Stored.profile(person.id()));
    return rows;
  }
}
