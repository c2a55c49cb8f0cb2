package parley.addons.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.kernel.Json;

/**
 * What became of what came with an SMS.
 *
 * @param media what is kept of it
 * @param without how many were left out for what reason
 */
record Kept(List<Medium> media, Map<Why, Integer> without) {

  /** A picture, as the room's message names it. */
  record Medium(String id, String type, int bytes) {}

  /** Why something is left out. */
  enum Why {
    TOO_LARGE("larger than 3 MB"),
    NO_PICTURE("no JPEG, PNG, GIF or WebP"),
    GONE("not to be had from Twilio");

    private final String words;

    Why(String words) {
      this.words = words;
    }
  }

  /** What is written in the room: the text, or how many pictures, and what was left out. */
  String said(String text) {
    var lines = new ArrayList<String>();
    if (!text.isEmpty()) {
      lines.add(text);
    } else if (!media.isEmpty()) {
      lines.add(media.size() == 1 ? "1 picture" : media.size() + " pictures");
    }
    without.forEach(
        (why, count) ->
            lines.add(
                "%s left out: %s."
                    .formatted(
                        count == 1 ? "1 attachment was" : count + " attachments were", why.words)));
    return String.join("\n\n", lines);
  }

  /** What the page's part of the add-on reads; empty where there is nothing to show. */
  Optional<JsonNode> data() {
    return media.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.object().set("media", Json.tree(media)));
  }
}
