package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The add-on that shows who is typing: over the socket, to those who hear the room, and not kept.
 */
class TypingTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @Test
  void theOthersInTheRoomSeeItAndNobodyElse() {
    var room = shared();
    var elsewhere = grace.newRoom("private");
    try (var hers = hearing(ada, room);
        var hersToo = hearing(ada, room);
        var theirs = hearing(grace, room);
        var theirsElsewhere = hearing(grace, elsewhere)) {
      assertThat(typing(hers, room).at("/body/shown").asBoolean()).isTrue();

      var shown = theirs.await(ofKind("typing"));
      assertThat(shown.path("room").asText()).isEqualTo(room);
      assertThat(shown.path("user").asText()).isEqualTo(ada.id());
      assertThat(shown).hasSize(3);
      assertSeesNobodyType(hersToo);
      assertSeesNobodyType(theirsElsewhere);
      assertThat(ada.tail(room)).isEqualTo(2);
    }
  }

  @Test
  void aPersonIsShownOnceInTwoSeconds() {
    var room = shared();
    try (var hers = hearing(ada, room);
        var hersToo = hearing(ada, room);
        var theirs = hearing(grace, room)) {
      var began = Instant.now();
      var shown = 0;
      for (var i = 0; i < 10; i++) {
        shown += typing(i % 2 == 0 ? hers : hersToo, room).at("/body/shown").asBoolean() ? 1 : 0;
      }
      var periods = Duration.between(began, Instant.now()).toSeconds() / 2 + 1;
      assertThat(shown).isBetween(1, (int) periods);
      theirs.await(ofKind("typing"));
    }
  }

  @Test
  void whoLeftIsShownNothingAndShowsNothing() {
    var room = shared();
    var alan = Person.named(site, "alan");
    add(alan, room);
    try (var hers = hearing(ada, room);
        var witness = hearing(alan, room)) {
      var theirs = hearing(grace, room);
      assertThat(grace.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).status())
          .isEqualTo(200);
      theirs.awaitClosed();

      try (var again = hearing(grace, room)) {
        assertThat(typing(hers, room).at("/body/shown").asBoolean()).isTrue();
        witness.await(ofKind("typing"));
        assertThat(typing(again, room).at("/body/code").asText()).isEqualTo("not-found");
        assertSeesNobodyType(again);
      }
    }
  }

  @Test
  void whatIsLeftOfAConnectionThatIsGoneGoesWithIt() {
    var room = ada.newDeliveredRoom();
    var tables = Tables.of(site);
    var listener = "ghost-%s#gone".formatted(room);
    var connection = Map.of("user", "ghost-" + room, "connection", "gone");
    tables.put("ConnectionsSubscriptions", List.of(subscription(room, listener)));
    tables.put("Connections", List.of(connection));
    tables.set("Connections", connection, "connectedAt", AttributeValue.fromN("1"));

    try (var hers = hearing(ada, room)) {
      assertThat(typing(hers, room).at("/body/shown").asBoolean()).isTrue();
    }

    tables.awaitGone("ConnectionsSubscriptions", Map.of("room", room, "listener", listener));
    tables.awaitGone("Connections", connection);
  }

  private static Map<String, String> subscription(String room, String listener) {
    return Map.of(
        "room",
        room,
        "listener",
        listener,
        "connection",
        "gone",
        "opening",
        "o",
        "state",
        "active");
  }

  private static JsonNode typing(Socket socket, String room) {
    return socket.ask("typing", Map.of("room", room));
  }

  /** What comes over a socket comes in order: what was sent before an answer is there with it. */
  private static void assertSeesNobodyType(Socket socket) {
    socket.sendText("{\"action\":\"ping\"}");
    assertThat(socket.await(ofKind("typing").or(ofKind("pong"))).path("type").asText())
        .isEqualTo("pong");
  }

  private static Predicate<JsonNode> ofKind(String type) {
    return frame -> frame.path("type").asText().equals(type);
  }

  private static Socket hearing(Person person, String... rooms) {
    var socket = person.socket();
    socket.ask("subscribe", Map.of("rooms", List.of(rooms)));
    return socket;
  }

  private String shared() {
    var room = ada.newRoom("private");
    add(grace, room);
    return room;
  }

  private void add(Person person, String room) {
    var member = "/rooms/%s/members/%s".formatted(room, person.id());
    assertThat(ada.send("PUT", member, Map.of("role", "member")).status()).isEqualTo(200);
  }
}
