package parley.tests.cloud;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.tests.history.Body;
import parley.tests.history.Entry;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items of the table of messages, without the functions' own code. */
final class Stored {

  private static final String REACTION = "reaction:";

  private Stored() {}

  static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        item.get("room").s(),
        number(item, "seq"),
        number(item, "messages"),
        item.get("sender").s(),
        item.get("clientId").s(),
        body(item));
  }

  private static Body body(Map<String, AttributeValue> item) {
    return switch (item.get("kind").s()) {
      case "message" -> message(item);
      case "edit" -> new Body.Edit(number(item, "target"), text(item));
      case "deletion" -> new Body.Deletion(number(item, "target"));
      case "reaction" ->
          new Body.Reaction(number(item, "target"), item.get("emoji").s(), item.get("on").bool());
      case "membership" -> new Body.Membership(item.get("user").s(), item.get("change").s());
      case String kind -> throw new IllegalStateException("no such kind of entry: " + kind);
    };
  }

  /** Its marks stand as {@code reaction:EMOJI:USER}, an odd number where they are on. */
  private static Body message(Map<String, AttributeValue> item) {
    if (item.containsKey("deleted")) {
      return new Body.Message("", 0, number(item.get("deleted").m(), "seq"), Map.of());
    }
    var reactions = new TreeMap<String, Set<String>>();
    item.forEach(
        (name, value) -> {
          if (name.startsWith(REACTION) && Long.parseLong(value.n()) % 2 == 1) {
            var mark = name.substring(REACTION.length());
            var colon = mark.lastIndexOf(':');
            reactions
                .computeIfAbsent(mark.substring(0, colon), _ -> new TreeSet<>())
                .add(mark.substring(colon + 1));
          }
        });
    var edited = item.containsKey("edited") ? number(item.get("edited").m(), "seq") : 0;
    return new Body.Message(text(item), edited, 0, reactions);
  }

  private static String text(Map<String, AttributeValue> item) {
    return item.containsKey("text") ? item.get("text").s() : "";
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
