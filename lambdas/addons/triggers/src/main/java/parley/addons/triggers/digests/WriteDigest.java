package parley.addons.triggers.digests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/**
 * Writes in a room how many messages how many people wrote there since the same time the day
 * before: once for each day, and nothing where nobody wrote.
 *
 * @param count messages' function CountMessages
 * @param post messages' function PostMessage
 */
record WriteDigest(Peer count, Peer post) {

  private static final int NOT_FOUND = 404;

  /** Serves Lambda's event of the queue; answers which of its messages come back. */
  JsonNode write(JsonNode batch) {
    var answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    for (var record : batch.path("Records")) {
      try {
        write(record.path("messageId").asText(), Json.read(record.path("body").asText()));
      } catch (RuntimeException e) {
        System.err.println("a digest was not written: " + e);
        failures.addObject().put("itemIdentifier", record.path("messageId").asText());
      }
    }
    return answer;
  }

  private void write(String requestId, JsonNode due) {
    var room = due.path("room").asText();
    var day = Day.until(due.path("time").asText(), due.path("zone").asText());
    var counted = asked(count, requestId, day.question(room));
    if (counted.path("messages").asInt() > 0) {
      asked(post, requestId, message(room, day.date(), text(counted)));
    }
  }

  private static Object message(String room, LocalDate date, String text) {
    return Json.object()
        .put("room", room)
        .put("app", "triggers")
        .put("id", "digest-%s-%s".formatted(room, date))
        .put("from", "Daily digest")
        .put("text", text);
  }

  private static String text(JsonNode counted) {
    return "Since this time yesterday: %s%s from %s."
        .formatted(
            counted.path("more").asBoolean() ? "more than " : "",
            number(counted.path("messages").asInt(), "message", "messages"),
            number(counted.path("people").asInt(), "person", "people"));
  }

  private static String number(int count, String one, String many) {
    return "%d %s".formatted(count, count == 1 ? one : many);
  }

  /** A room that is not there gets no digest; anything else is tried again. */
  private static JsonNode asked(Peer peer, String requestId, Object question) {
    Reply reply = peer.ask(Request.inside(requestId, question));
    if (reply.succeeded()) {
      return Json.tree(reply.body());
    }
    if (reply.status() == NOT_FOUND) {
      System.err.println("a digest is for a room that is not there");
      return Json.object();
    }
    throw new IllegalStateException("it was refused with status " + reply.status());
  }

  /**
   * The day that a digest is of.
   *
   * @param date on which it ends, where the room is
   */
  private record Day(Instant from, Instant until, LocalDate date) {

    /** Throws {@link IllegalArgumentException} where the texts are no time and no zone. */
    static Day until(String time, String zone) {
      try {
        var until = Instant.parse(time).atZone(ZoneId.of(zone));
        return new Day(until.minusDays(1).toInstant(), until.toInstant(), until.toLocalDate());
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("%s in %s is no time".formatted(time, zone), e);
      }
    }

    Object question(String room) {
      return Json.object()
          .put("room", room)
          .put("from", from.toString())
          .put("until", until.toString());
    }
  }
}
