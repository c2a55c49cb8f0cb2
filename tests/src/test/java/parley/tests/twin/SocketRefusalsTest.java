package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action of the socket, asked by those who may not, and with what it does not take. */
class SocketRefusalsTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @ParameterizedTest
  @ValueSource(strings = {"send", "edit", "delete", "react", "typing"})
  void whoIsNotAMemberIsToldTheSameAsOfARoomThatDoesNotExist(String action) {
    var room = grace.newRoom("private");
    try (var socket = ada.socket()) {
      var real = socket.ask(action, frame(room));
      var none = socket.ask(action, frame("nobodys-room"));
      assertThat(real.path("status").asInt()).isEqualTo(404);
      assertThat(real.at("/body/code").asText()).isEqualTo("not-found");
      assertThat(real.at("/body/detail")).isEqualTo(none.at("/body/detail"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "edit", "delete", "react", "subscribe", "typing"})
  void whatAnActionDoesNotTakeIsRefusedAndNothingBreaks(String action) {
    try (var socket = ada.socket()) {
      var hostile =
          Map.of(
              "room",
              List.of(),
              "seq",
              "x",
              "after",
              -1,
              "clientId",
              7,
              "text",
              "\u0000",
              "rooms",
              "'\"");
      var reply = socket.ask(action, hostile);
      assertThat(reply.path("status").asInt()).isEqualTo(400);
      assertThat(reply.at("/body/code").asText()).isEqualTo("invalid-input");
      assertThat(reply.at("/body/errors")).isNotEmpty();
    }
  }

  @Test
  void aStrangersRoomsAreLeftOutOfWhatOneHears() {
    try (var socket = ada.socket()) {
      var rooms = List.of(grace.newRoom("private"), grace.newRoom("public"), "nobodys-room");
      assertThat(socket.ask("subscribe", Map.of("rooms", rooms)).at("/body/rooms")).isEmpty();
    }
  }

  @Test
  void withoutATicketNoSocketOpens() {
    for (var ticket : List.of("", "nonsense")) {
      assertThatThrownBy(() -> Socket.open(site, ticket, site.toString()))
          .isInstanceOf(CompletionException.class);
    }
  }

  private static Map<String, Object> frame(String room) {
    var frame =
        new HashMap<String, Object>(Map.of("room", room, "seq", 1, "after", 1, "text", "hi"));
    frame.putAll(Map.of("emoji", "👍", "on", true, "clientId", UUID.randomUUID().toString()));
    return frame;
  }
}
