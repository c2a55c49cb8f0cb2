package parley.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import parley.tests.twin.Socket;

/** The socket of the running stack, sent what is no frame, and frames of which much is spoilt. */
class FramesFuzzTest {

  private static final int EXECUTIONS = 1_000;
  private static final int LANES = 4;
  private static final int FRAME_BYTES = 32 * 1024;
  private static final int MESSAGE_BYTES = 128 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ACTIONS =
      List.of("send", "send", "edit", "delete", "react", "subscribe", "typing");

  private final Sane sane = Sane.begin();
  private final Map<Long, String> accepted = new ConcurrentHashMap<>();

  @Test
  void everyFrameIsAnsweredByItsIdAndNothingBreaks() throws Exception {
    var sockets = new ThreadLocal<Socket>();
    var opened = new ConcurrentLinkedQueue<Socket>();
    Executions.run(
        "frames",
        EXECUTIONS,
        LANES,
        hostile -> {
          if (sockets.get() == null) {
            sockets.set(sane.attacker().socket());
            opened.add(sockets.get());
          }
          answered(sockets.get(), hostile);
        });
    opened.forEach(Socket::close);
    for (var entry : sane.log()) {
      var text = accepted.get(entry.path("seq").asLong());
      if (text != null && !entry.has("edited") && !entry.has("deleted")) {
        assertThat(entry.path("text").asText()).isEqualTo(text);
      }
    }
    sane.assertUnharmed();
  }

  @Test
  void anIdIsGivenBackAsItIsOrRefused() {
    try (var socket = sane.attacker().socket()) {
      for (var id : List.of("x".repeat(64), "👍".repeat(64), "'\"\\/$x#if\u2028", "\0")) {
        assertThat(asked(socket, JSON.valueToTree(id).toString()).path("requestId").asText())
            .isEqualTo(id);
      }
      for (var id : List.of('"' + "x".repeat(65) + '"', "7", "{}", "[\"x\"]", "true")) {
        var reply = asked(socket, id);
        assertThat(reply.path("requestId").asText()).isEmpty();
        assertThat(reply.at("/body/code").asText()).isEqualTo("invalid-input");
      }
    }
  }

  @Test
  void aFrameOfTheLargestSizeIsAnswered() {
    try (var socket = sane.attacker().socket()) {
      for (var bytes : List.of(FRAME_BYTES - 1, FRAME_BYTES)) {
        socket.sendText(padded(bytes, "whole"));
        assertThat(reply(socket).path("requestId").asText()).isEqualTo("whole");
      }
      for (var bytes : List.of(FRAME_BYTES + 1, MESSAGE_BYTES)) {
        socket.sendParts(padded(bytes, "parts"), FRAME_BYTES);
        assertThat(reply(socket).path("requestId").asText()).isEqualTo("parts");
      }
      socket.sendParts(padded(MESSAGE_BYTES + 1, "beyond"), FRAME_BYTES);
      assertThat(socket.awaitClosed()).isEqualTo(1009);
    }
  }

  private void answered(Socket socket, Hostile hostile) {
    if (hostile.once(10)) {
      var nonsense = sendable(hostile.once(2) ? hostile.json() : hostile.text());
      socket.sendText(nonsense);
      assertThat(reply(socket).path("status").asInt()).as("%s", nonsense).isBetween(200, 499);
      return;
    }
    var id = Long.toHexString(hostile.random().nextLong());
    var room = hostile.once(8) ? sane.room() : sane.attacked();
    var seq = hostile.random().nextLong(1, 9);
    var frame =
        Members.spoilt(hostile, room, seq)
            .with("action", '"' + hostile.any(ACTIONS) + '"')
            .with("id", '"' + id + '"')
            .json();
    socket.sendText(frame);
    var reply = reply(socket);
    assertThat(reply.path("status").asInt()).as("%s for %s", reply, frame).isBetween(200, 499);
    if (reply.path("status").asInt() >= 400) {
      assertThat(reply.at("/body/code").asText()).as("%s", reply).isNotEmpty();
    }
    if (!reply.at("/body/code").asText().equals("unknown-action")) {
      assertThat(reply.path("requestId").asText()).as("%s for %s", reply, frame).isEqualTo(id);
    }
    remember(frame, reply);
  }

  /** A WebSocket's text is UTF-8, which has no half pairs. */
  private static String sendable(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  /** Only a message's own text stands in the log as it was sent. */
  private void remember(String frame, JsonNode reply) {
    if (reply.path("status").asInt() == 201) {
      accepted.put(reply.at("/body/seq").asLong(), read(frame).path("text").asText());
    }
  }

  private static JsonNode asked(Socket socket, String id) {
    socket.sendText("{\"action\":\"subscribe\",\"id\":%s,\"rooms\":[\"r\"]}".formatted(id));
    return reply(socket);
  }

  /** The next reply, or what API Gateway says in its place. */
  private static JsonNode reply(Socket socket) {
    return socket.await(
        frame -> !List.of("entries", "typing").contains(frame.path("type").asText()));
  }

  private static String padded(int bytes, String id) {
    var frame =
        "{\"action\":\"subscribe\",\"id\":\"%s\",\"rooms\":[\"r\"],\"pad\":\"\"}".formatted(id);
    return frame.replace(
        "\"pad\":\"\"", "\"pad\":\"%s\"".formatted("x".repeat(bytes - frame.length())));
  }

  private static JsonNode read(String frame) {
    try {
      return JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      throw new AssertionError("it was accepted and is no JSON: " + frame, e);
    }
  }
}
