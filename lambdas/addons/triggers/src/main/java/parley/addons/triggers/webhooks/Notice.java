package parley.addons.triggers.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import parley.kernel.Json;

/**
 * What a receiver is told: the same bytes at every try.
 *
 * @param id the same over all tries, and however often the bus brings the event
 * @param body JSON in the form of Standard Webhooks: type, timestamp and data
 */
record Notice(String id, String body) {

  /**
   * Of an event of the bus. Throws {@link IllegalArgumentException} where it is none: an event has
   * a type, and in its detail a room, a seq and a time.
   */
  static Notice of(JsonNode event) {
    var detail = event.path("detail");
    var type = event.path("detail-type").asText();
    var room = detail.path("room").asText();
    if (type.isEmpty() || room.isEmpty() || !detail.path("seq").isIntegralNumber()) {
      throw new IllegalArgumentException("an event has a type, a room and a seq");
    }
    var body = Json.object().put("type", type).put("timestamp", detail.path("time").asText());
    body.set("data", detail);
    return new Notice("evt_%s_%d".formatted(room, detail.path("seq").asLong()), Json.write(body));
  }
}
