package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands in a channel, a page at a time, as Slack's {@code conversations.history} gives it.
 *
 * @param messages all of them, the newest first
 */
record History(List<Message> messages) {

  /** So many are on a page where the app does not say how many, and so many at most. */
  private static final String USUAL = "100";

  private static final int MOST = 999;

  private static final String NEXT = "next_ts:";

  /** The page that is asked for; empty where its cursor is none that Slack gave. */
  Optional<ObjectNode> page(Map<String, String> asked) {
    var cursor = asked.getOrDefault("cursor", "");
    return cursor.isEmpty()
        ? Optional.of(page(asked, messages))
        : begin(cursor).map(ts -> page(asked, messages.stream().dropWhile(after(ts)).toList()));
  }

  private static ObjectNode page(Map<String, String> asked, List<Message> from) {
    var oldest = new BigDecimal(asked.getOrDefault("oldest", "0"));
    var latest = new BigDecimal(asked.getOrDefault("latest", "99999999999"));
    var limit = Math.clamp(Integer.parseInt(asked.getOrDefault("limit", USUAL)), 1, MOST);
    var found = from.stream().filter(between(oldest, latest)).limit(limit + 1L).toList();
    var json = Json.object().put("ok", true);
    var listed = json.putArray("messages");
    var metadata = asked.containsKey("include_all_metadata");
    found.stream().limit(limit).map(message -> shown(message, metadata)).forEach(listed::add);
    json.put("has_more", found.size() > limit);
    if (found.size() > limit) {
      json.putObject("response_metadata").put("next_cursor", cursor(found.getLast()));
    }
    return json;
  }

  private static ObjectNode shown(Message message, boolean metadata) {
    var shown = message.json();
    if (metadata && message.metadata() != null) {
      shown.set("metadata", message.metadata());
    }
    return shown;
  }

  private static Predicate<Message> between(BigDecimal oldest, BigDecimal latest) {
    return message -> time(message).compareTo(oldest) > 0 && time(message).compareTo(latest) < 0;
  }

  private static Predicate<Message> after(BigDecimal time) {
    return message -> time(message).compareTo(time) > 0;
  }

  private static BigDecimal time(Message message) {
    return new BigDecimal(message.ts());
  }

  /** Names the message with which the next page begins. */
  private static String cursor(Message message) {
    return Base64.getEncoder().encodeToString((NEXT + message.ts()).getBytes(US_ASCII));
  }

  private static Optional<BigDecimal> begin(String cursor) {
    try {
      var text = new String(Base64.getDecoder().decode(cursor), US_ASCII);
      return text.startsWith(NEXT)
          ? Optional.of(new BigDecimal(text.substring(NEXT.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
