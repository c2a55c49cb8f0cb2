package parley.tests.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One entry of a room's log, as the API gives it.
 *
 * @param seq its position
 * @param messages how many entries up to and with this one are messages
 * @param clientId with the sender, its identity over all retries
 */
public record Entry(
    String room, long seq, long messages, String sender, String clientId, Body body) {

  /** Reads one of the API's entries. Throws where it is none. */
  public static Entry of(JsonNode json) {
    return new Entry(
        text(json, "room"),
        number(json, "seq"),
        number(json, "messages"),
        text(json, "sender"),
        text(json, "clientId"),
        body(json));
  }

  /** Reads a list of the API's entries. */
  public static List<Entry> listOf(JsonNode json) {
    var entries = new ArrayList<Entry>(json.size());
    json.forEach(entry -> entries.add(of(entry)));
    return entries;
  }

  private static Body body(JsonNode json) {
    return switch (text(json, "kind")) {
      case "message" -> message(json);
      case "edit" -> new Body.Edit(number(json, "target"), json.path("text").asText());
      case "deletion" -> new Body.Deletion(number(json, "target"));
      case "reaction" ->
          new Body.Reaction(
              number(json, "target"), text(json, "emoji"), json.required("on").booleanValue());
      case "membership" -> new Body.Membership(text(json, "user"), text(json, "change"));
      case String kind ->
          throw new IllegalArgumentException(
              "an entry's kind is \"%s\": message, edit, deletion, reaction or membership is known"
                  .formatted(kind));
    };
  }

  private static Body message(JsonNode json) {
    var deleted = json.path("deleted").path("seq").asLong();
    var reactions = new TreeMap<String, Set<String>>();
    json.path("reactions")
        .properties()
        .forEach(emoji -> reactions.put(emoji.getKey(), users(emoji.getValue())));
    return new Body.Message(
        json.path("text").asText(),
        deleted > 0 ? 0 : json.path("edited").path("seq").asLong(),
        deleted,
        deleted > 0 || reactions.isEmpty() ? Map.of() : reactions);
  }

  private static Set<String> users(JsonNode json) {
    var users = new TreeSet<String>();
    json.forEach(user -> users.add(user.asText()));
    return users;
  }

  private static String text(JsonNode json, String name) {
    return json.required(name).asText();
  }

  private static long number(JsonNode json, String name) {
    var number = json.required(name);
    if (!number.isIntegralNumber()) {
      throw new IllegalArgumentException(
          "an entry's %s is %s: a whole number was expected".formatted(name, number));
    }
    return number.longValue();
  }
}
