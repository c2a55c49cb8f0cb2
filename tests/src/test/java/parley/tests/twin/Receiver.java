package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The receiver of webhooks that the twin plays. */
record Receiver(OutsideParty party) {

  Receiver(URI site) {
    this(new OutsideParty(site, "receiver"));
  }

  /** All that was said with it about a room, the newest first. */
  List<JsonNode> exchanges(String room) {
    return party.exchanges().stream()
        .filter(exchange -> exchange.path("body").asText().contains(room))
        .toList();
  }

  /** What it took about a room, when it has. */
  JsonNode awaitTaken(String room) {
    return Patience.await(
        "taken about " + room,
        () ->
            exchanges(room).stream()
                .filter(exchange -> exchange.path("answer").asText().contains("times"))
                .findFirst());
  }

  /** Makes it fail so often, in one of the ways that the console's form offers. */
  void fail(String how, int times) {
    party.does("fail", Map.of("how", how, "times", Integer.toString(times)));
  }
}
