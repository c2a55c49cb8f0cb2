package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** People who chat, from socket to socket. */
class ChatTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @Test
  void aMessageReachesTheOtherMembersSocketWithWhoAndWhen() {
    var room = sharedRoom();
    try (var hers = ada.socket();
        var theirs = grace.socket()) {
      assertThat(
              theirs.ask("subscribe", Map.of("rooms", List.of(room))).at("/body/rooms/0").asText())
          .isEqualTo(room);
      var reply = hers.ask("send", message(room, ada.tail(room), "Grüße, \"Grace\" \\ 👋"));

      assertThat(reply.path("status").asInt()).isEqualTo(201);
      var entry = theirs.awaitEntry(candidate -> candidate.path("kind").asText().equals("message"));
      assertThat(entry.path("text").asText()).isEqualTo("Grüße, \"Grace\" \\ 👋");
      assertThat(entry.path("sender").asText()).isEqualTo(ada.id());
      assertThat(entry.path("seq")).isEqualTo(reply.at("/body/seq"));
      assertThat(entry.path("time")).isEqualTo(reply.at("/body/time"));
    }
  }

  @Test
  void aRepeatedSendIsAnsweredWithTheSameNumberOverSocketAndRest() {
    var room = sharedRoom();
    try (var socket = ada.socket()) {
      var message = message(room, ada.tail(room), "once");
      var first = socket.ask("send", message);
      var second = socket.ask("send", message);
      var third = ada.send("POST", "/rooms/" + room + "/messages", message);

      assertThat(second.at("/body/seq")).isEqualTo(first.at("/body/seq"));
      assertThat(third.body().path("seq")).isEqualTo(first.at("/body/seq"));
    }
  }

  @Test
  void anEditAReactionAndADeletionReachTheOtherAndStandInTheHistory() {
    var room = sharedRoom();
    try (var hers = ada.socket();
        var theirs = grace.socket()) {
      theirs.ask("subscribe", Map.of("rooms", List.of(room)));
      var seq = hers.ask("send", message(room, ada.tail(room), "frist")).at("/body/seq").asLong();
      var edit = change(room, seq, seq);
      edit.put("text", "first");
      assertThat(hers.ask("edit", edit).path("status").asInt()).isEqualTo(200);
      assertThat(theirs.awaitEntry(kind("edit")).path("target").asLong()).isEqualTo(seq);
      var reaction = change(room, seq, seq);
      reaction.put("emoji", "👍");
      reaction.put("on", true);
      assertThat(theirs.ask("react", reaction).path("status").asInt()).isEqualTo(200);

      var shown = original(room, seq);
      assertThat(shown.path("text").asText()).isEqualTo("first");
      assertThat(shown.at("/reactions/👍/0").asText()).isEqualTo(grace.id());

      assertThat(theirs.ask("delete", change(room, seq, seq)).path("status").asInt())
          .isEqualTo(403);
      assertThat(hers.ask("delete", change(room, seq, seq)).path("status").asInt()).isEqualTo(200);
      assertThat(original(room, seq).path("text").asText()).isEmpty();
      assertThat(original(room, seq).has("deleted")).isTrue();
    }
  }

  @Test
  void aRemovedMemberIsCutOffAndHearsNothingThatCameAfter() {
    var room = sharedRoom();
    try (var theirs = grace.socket()) {
      theirs.ask("subscribe", Map.of("rooms", List.of(room)));
      assertThat(ada.send("DELETE", "/rooms/" + room + "/members/" + grace.id(), null).status())
          .isEqualTo(200);
      theirs.awaitClosed();
    }
    assertThat(ada.say(room, ada.tail(room), "now we are alone").status()).isEqualTo(201);
    assertThat(grace.say(room, 1, "let me in").code()).isEqualTo("not-found");
    assertThat(grace.get("/rooms/" + room + "/messages").code()).isEqualTo("not-found");
    try (var again = grace.socket()) {
      assertThat(again.ask("subscribe", Map.of("rooms", List.of(room))).at("/body/rooms"))
          .isEmpty();
    }
  }

  @Test
  void aTicketOpensOneSocketAndOnlyFromTheSitesOwnOrigin() {
    var ticket = ada.send("POST", "/tickets", Map.of()).text("ticket");
    assertThatThrownBy(() -> Socket.open(site, ticket, "https://elsewhere.example"))
        .isInstanceOf(CompletionException.class);
    Socket.open(site, ticket, site.toString()).close();
    assertThatThrownBy(() -> Socket.open(site, ticket, site.toString()))
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void twoWhoOpenADirectConversationGetTheSameRoom() {
    var hers = ada.send("PUT", "/directs/" + grace.id(), Map.of());
    var theirs = grace.send("PUT", "/directs/" + ada.id(), Map.of());
    assertThat(hers.text("room")).isNotEmpty().isEqualTo(theirs.text("room"));
  }

  @Test
  void whateverIsSentOverTheSocketIsAnsweredAndTheSocketStaysOpen() {
    try (var socket = ada.socket()) {
      for (var hostile :
          List.of(
              "", "{", "[]", "null", "{\"action\":7}", "{\"action\":\"nonsense\",\"id\":\"x\"}")) {
        socket.sendText(hostile);
        assertThat(socket.await(frame -> frame.has("status")).at("/body/code").asText())
            .isEqualTo("unknown-action");
      }
      assertThat(
              socket
                  .ask("send", Map.of("room", "'\"\\", "text", Map.of()))
                  .at("/body/code")
                  .asText())
          .isEqualTo("invalid-input");
      socket.sendText("{\"action\":\"ping\"}");
      socket.await(frame -> frame.path("type").asText().equals("pong"));
    }
  }

  private String sharedRoom() {
    var room = ada.newRoom("private");
    assertThat(
            ada.send("PUT", "/rooms/" + room + "/members/" + grace.id(), Map.of("role", "member"))
                .status())
        .isEqualTo(200);
    return room;
  }

  private JsonNode original(String room, long seq) {
    return ada.get("/rooms/%s/messages?after=%d&limit=1".formatted(room, seq - 1))
        .body()
        .at("/entries/0");
  }

  private static Map<String, Object> message(String room, long after, String text) {
    return Map.of(
        "room", room, "after", after, "text", text, "clientId", UUID.randomUUID().toString());
  }

  private static Map<String, Object> change(String room, long seq, long after) {
    return new HashMap<>(
        Map.of("room", room, "seq", seq, "after", after, "clientId", UUID.randomUUID().toString()));
  }

  private static Predicate<JsonNode> kind(String kind) {
    return entry -> entry.path("kind").asText().equals(kind);
  }
}
