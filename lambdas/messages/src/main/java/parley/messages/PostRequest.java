package parley.messages;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import parley.kernel.Ids;
import parley.kernel.Input;
import parley.kernel.Json;

/**
 * What an add-on asks to write.
 *
 * @param id derived of the add-on and the outside party's own id: what it is known by over all
 *     retries
 * @param sender a person, or the add-on
 */
record PostRequest(String id, String room, String sender, Body body, Origin origin) {

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_DATA_BYTES = 4_000;
  private static final String MESSAGE = "message";
  private static final Set<String> KINDS = Set.of(MESSAGE, "edit", "deletion");
  private static final Pattern APP = Pattern.compile("[a-z]{1,20}");

  /** Reads it; to be used only where the input has no refusal. */
  static PostRequest of(Input input) {
    var app = app(input);
    var body = body(input);
    var origin = body instanceof Body.Deletion ? new Origin(app, "", "") : origin(input, app);
    return new PostRequest(
        Ids.derived(app, input.text("id", 1, LONGEST_ID)),
        input.id("room"),
        input.has("user") ? input.id("user") : origin.sender(),
        body,
        origin);
  }

  /** The draft of it, after what the room had when it was first asked for. */
  Draft draft(long after) {
    return new Draft(room, sender, id, after, body, origin);
  }

  private static String app(Input input) {
    var app = input.text("app", 1, 20);
    if (!app.isEmpty() && !APP.matcher(app).matches()) {
      input.reject("app", "must be 1 to 20 letters from a to z");
    }
    return app;
  }

  private static Body body(Input input) {
    return switch (input.has("kind") ? input.oneOf("kind", KINDS) : MESSAGE) {
      case "edit" -> new Body.Edit(input.seq("target", 1), AppendRequest.text(input));
      case "deletion" -> new Body.Deletion(input.seq("target", 1));
      default -> new Body.Message(AppendRequest.text(input));
    };
  }

  private static Origin origin(Input input, String app) {
    var from = input.has("from") ? input.text("from", 1, LONGEST_NAME) : "";
    if (!from.isEmpty() && input.has("user")) {
      input.reject("from", "is for what no person wrote: leave out from, or user");
    }
    return new Origin(app, from, input.has("data") ? data(input) : "");
  }

  private static String data(Input input) {
    var data = Json.write(input.object("data"));
    if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
      input.reject("data", "has more than %d bytes as text".formatted(MOST_DATA_BYTES));
    } else if (data.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      input.reject("data", "holds half of a surrogate pair");
    }
    return data;
  }
}
