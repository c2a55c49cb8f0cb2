package parley.messages;

import java.util.Optional;
import parley.kernel.Input;
import parley.kernel.Refusal;
import parley.kernel.Request;

/** A request to append something, with the members that all such requests have. */
final class AppendRequest {

  /** The longest text of a message, in code points. */
  static final int LONGEST_TEXT = 4_000;

  private final Request request;
  private final Input input;

  AppendRequest(Request request) {
    this.request = request;
    this.input = request.input();
  }

  /** The draft of what the caller asks for; to be used only where there is no refusal. */
  Draft draft(Body body) {
    return new Draft(
        input.id("room"),
        request.caller().user(),
        input.uuid("clientId"),
        input.seq("after", 0),
        body);
  }

  /** A message's text. */
  String text() {
    return text(input);
  }

  /** A message's text, of any request. */
  static String text(Input input) {
    return input.words("text", LONGEST_TEXT);
  }

  /** The seq of the message that this is about. */
  long target() {
    return input.seq("seq", 1);
  }

  /** An emoji. */
  String emoji() {
    var emoji = input.text("emoji", 1, Emoji.LONGEST);
    if (!emoji.isEmpty() && !Emoji.accepts(emoji)) {
      input.reject("emoji", "must be an emoji of at most %d bytes".formatted(Emoji.MOST_BYTES));
    }
    return emoji;
  }

  /** True where a reaction is put, false where it is taken back. */
  boolean on() {
    return input.flag("on");
  }

  /** Everything that is wrong with what was read. */
  Optional<Refusal> refusal() {
    return input.refusal();
  }
}
