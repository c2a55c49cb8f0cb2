package parley.addons.panic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import parley.kernel.Json;

/** What buttons say, as it comes from the queue. */
final class Presses {

  static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  static final String BUTTON =
      """
      {"thing": "desk", "room": "r", "place": "Ground floor", "name": "Front desk",
       "single": "Come, please", "double": "Come at once", "long": "Call the police"}\
      """;

  private Presses() {}

  /** Of a payload, as the topic rule makes it. */
  static JsonNode said(String payload, String trace, Instant received) {
    return Json.object()
        .put("payload", Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)))
        .put("button", Base64.getUrlEncoder().encodeToString(BUTTON.getBytes(UTF_8)))
        .put("trace", trace)
        .put("received", received.toEpochMilli());
  }

  static Press press(String thing, Click click, Instant received) {
    var button = Button.of(Json.read(BUTTON.replace("desk\"", thing + "\"")));
    return new Press(button, click, Optional.empty(), "t", received, "");
  }
}
