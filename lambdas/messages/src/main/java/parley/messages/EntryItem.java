package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries as items of the table Messages; their attributes are listed with the package. */
final class EntryItem {

  private static final String REACTION = "reaction:";

  private EntryItem() {}

  /** The item of an entry that is being appended. */
  static Map<String, AttributeValue> of(Entry entry) {
    var item = new HashMap<>(key(entry.room(), entry.seq()));
    item.put("messages", number(entry.messages()));
    item.put("kind", fromS(entry.body().kind()));
    item.put("sender", fromS(entry.sender()));
    item.put("clientId", fromS(entry.clientId()));
    item.put("time", time(entry.time()));
    if (entry.origin() instanceof Origin origin) {
      put(item, origin);
    }
    switch (entry.body()) {
      case Body.Message message -> item.put("text", fromS(message.text()));
      case Body.Edit(var target, var text) -> {
        item.put("target", number(target));
        item.put("text", fromS(text));
      }
      case Body.Deletion(var target) -> item.put("target", number(target));
      case Body.Reaction(var target, var emoji, var on) -> {
        item.put("target", number(target));
        item.put("emoji", fromS(emoji));
        item.put("on", fromBool(on));
      }
      case Body.Membership(var user, var change, var role) -> {
        item.put("user", fromS(user));
        item.put("change", fromS(change));
        item.put("role", fromS(role));
      }
    }
    return item;
  }

  /** The entry that an item holds, with all that was changed in place. */
  static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        text(item, "room"),
        number(item, "seq"),
        number(item, "messages"),
        text(item, "sender"),
        text(item, "clientId"),
        time(item),
        body(item),
        origin(item));
  }

  private static void put(Map<String, AttributeValue> item, Origin origin) {
    item.put("app", fromS(origin.app()));
    if (!origin.from().isEmpty()) {
      item.put("from", fromS(origin.from()));
    }
    if (!origin.data().isEmpty()) {
      item.put("data", fromS(origin.data()));
    }
  }

  private static @Nullable Origin origin(Map<String, AttributeValue> item) {
    return item.containsKey("app")
        ? new Origin(text(item, "app"), textOrEmpty(item, "from"), textOrEmpty(item, "data"))
        : null;
  }

  static Map<String, AttributeValue> key(String room, long seq) {
    return Map.of("room", fromS(room), "seq", number(seq));
  }

  static AttributeValue number(long number) {
    return fromN(Long.toString(number));
  }

  static AttributeValue time(Instant time) {
    return fromS(Timestamp.format(time));
  }

  /** The attribute that holds a user's mark with an emoji; user ids have no colon. */
  static String reaction(String emoji, String user) {
    return REACTION + emoji + ":" + user;
  }

  /** A mark's value: it grows with the entries, so that the latest is the largest. */
  static AttributeValue mark(long seq, boolean on) {
    return number(seq * 2 + (on ? 1 : 0));
  }

  /** The edits that were made of a message, also those that a later one has covered. */
  static Set<Long> edits(Map<String, AttributeValue> item) {
    return item.containsKey("edits")
        ? item.get("edits").ns().stream().map(Long::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  static boolean isDeleted(Map<String, AttributeValue> item) {
    return item.containsKey("deleted");
  }

  private static Body body(Map<String, AttributeValue> item) {
    return switch (text(item, "kind")) {
      case "message" -> message(item);
      case "edit" -> new Body.Edit(number(item, "target"), textOrEmpty(item, "text"));
      case "deletion" -> new Body.Deletion(number(item, "target"));
      case "reaction" ->
          new Body.Reaction(number(item, "target"), text(item, "emoji"), item.get("on").bool());
      case "membership" ->
          new Body.Membership(text(item, "user"), text(item, "change"), text(item, "role"));
      case String kind -> throw new IllegalStateException("no such kind of entry: " + kind);
    };
  }

  private static Body message(Map<String, AttributeValue> item) {
    return new Body.Message(
        textOrEmpty(item, "text"),
        edited(item.get("edited")),
        deleted(item.get("deleted")),
        marks(item));
  }

  private static Body.@Nullable Edited edited(@Nullable AttributeValue value) {
    return value == null ? null : new Body.Edited(number(value.m(), "seq"), time(value.m()));
  }

  private static Body.@Nullable Deleted deleted(@Nullable AttributeValue value) {
    return value == null
        ? null
        : new Body.Deleted(number(value.m(), "seq"), time(value.m()), text(value.m(), "by"));
  }

  private static List<Body.Mark> marks(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(REACTION))
        .map(EntryItem::mark)
        .sorted(Comparator.comparingLong(Body.Mark::seq))
        .toList();
  }

  private static Body.Mark mark(Map.Entry<String, AttributeValue> attribute) {
    var name = attribute.getKey().substring(REACTION.length());
    var colon = name.lastIndexOf(':');
    var value = Long.parseLong(attribute.getValue().n());
    return new Body.Mark(
        name.substring(0, colon), name.substring(colon + 1), value / 2, value % 2 == 1);
  }

  /** A text that was erased with its message is not there. */
  private static String textOrEmpty(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? text(item, name) : "";
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.get(name).s();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }

  private static Instant time(Map<String, AttributeValue> item) {
    return Instant.parse(text(item, "time"));
  }
}
