package parley.addons.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parley.addons.sms.Follows.Mode;

/**
 * Hears of a message in a room, and queues an SMS to each who wants one. Whether they still are in
 * the room is asked when it is sent.
 *
 * @param queue takes what is to be sent
 */
record Notify(Follows follows, Names profiles, Consumer<Outgoing> queue) {

  private static final int LONGEST = 450;

  /**
   * Hears of one event, which may come more than once.
   *
   * @param entry the event's detail
   */
  void hear(JsonNode entry) {
    var room = entry.path("room").asText();
    var sender = entry.path("sender").asText();
    var followers = new java.util.TreeMap<>(follows.of(room));
    followers.remove(sender);
    if (followers.isEmpty()) {
      return;
    }
    var app = entry.path("app").asText();
    var own = sender.equals("app-" + app);
    var asked = new ArrayList<>(followers.keySet());
    if (!own) {
      asked.add(sender);
    }
    var names = profiles.of(asked);
    var author = own ? entry.path("from").asText(app) : names.getOrDefault(sender, Names.SOMEBODY);
    var text = entry.path("text").asText();
    for (var user : wanting(followers, names, text)) {
      queue.accept(Outgoing.of(user, room, entry.path("seq").asLong(), author, shortened(text)));
    }
  }

  private static List<String> wanting(
      Map<String, Mode> followers, Map<String, String> names, String text) {
    return followers.entrySet().stream()
        .filter(
            each ->
                each.getValue() == Mode.ALL
                    || (each.getValue() == Mode.MENTIONS
                        && Mentions.of(names.getOrDefault(each.getKey(), ""), text)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
