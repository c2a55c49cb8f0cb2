package parley.rooms;

import parley.kernel.Input;

/** Reads what people call their rooms. */
final class Wording {

  private static final int MAX_NAME = 80;
  private static final int MAX_TOPIC = 250;

  private Wording() {}

  /** The member {@code name}: one line of 1 to 80 code points, not all of them white space. */
  static String name(Input input) {
    var text = input.text("name", 1, MAX_NAME);
    var name = text.replaceAll("\\p{IsWhite_Space}+", " ").strip();
    if (name.isEmpty() && !text.isEmpty()) {
      input.reject("name", "has nothing in it but white space");
    }
    return name;
  }

  /** The member {@code topic}: 0 to 250 code points. */
  static String topic(Input input) {
    return input.text("topic", 0, MAX_TOPIC).strip();
  }
}
