package parley.addons.triggers.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Tells rooms of calls, each once by CloudTrail's id of it.
 *
 * @param rooms by the name of the queue that is theirs
 * @param post messages' function PostMessage
 */
record TellCalls(Map<String, String> rooms, Peer post) {

  private static final int NOT_FOUND = 404;

  /** Serves Lambda's event of a queue; answers which of its messages come back. */
  JsonNode tell(JsonNode batch) {
    var answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    for (var record : batch.path("Records")) {
      try {
        tell(room(record), record);
      } catch (RuntimeException e) {
        System.err.println("a call was not told of: " + e);
        failures.addObject().put("itemIdentifier", record.path("messageId").asText());
      }
    }
    return answer;
  }

  private String room(JsonNode record) {
    var arn = record.path("eventSourceARN").asText();
    return Optional.ofNullable(rooms.get(arn.substring(arn.lastIndexOf(':') + 1)))
        .orElseThrow(() -> new IllegalStateException("no room is behind " + arn));
  }

  /** Where there is no such room, nobody can be told. */
  private void tell(String room, JsonNode record) {
    var call = Call.of(Json.read(record.path("body").asText()));
    var message =
        Json.object()
            .put("room", room)
            .put("app", "triggers")
            .put("id", "call-%s-%s".formatted(room, call.id()))
            .put("from", "AWS")
            .put("text", call.text());
    var reply = post.ask(Request.inside(record.path("messageId").asText(), message));
    if (reply.status() == NOT_FOUND) {
      System.err.println("there is no room to be told of calls");
    } else if (!reply.succeeded()) {
      throw new IllegalStateException("it was refused with status " + reply.status());
    }
  }
}
