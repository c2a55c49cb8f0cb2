package parley.local.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a person can make a party do, such as that a text message comes in.
 *
 * @param id of lower-case letters and dashes
 * @param title what it does, as its heading and its button say it
 * @param fields what must be said for that
 */
public record Form(String id, String title, List<Field> fields) {

  private static final int LONGEST = 20_000;

  /**
   * A text that is asked for.
   *
   * @param name what the party calls it
   * @param label what the page calls it
   * @param initial what stands there at first, and where nothing else is said
   * @param choices the only values; empty for any text
   * @param isLong whether it may have several lines
   */
  public record Field(
      String name, String label, String initial, List<String> choices, boolean isLong) {

    /** A short text. */
    public static Field text(String name, String label, String initial) {
      return new Field(name, label, initial, List.of(), false);
    }

    /** A text of several lines. */
    public static Field lines(String name, String label, String initial) {
      return new Field(name, label, initial, List.of(), true);
    }

    /** One of these, which are at least one. */
    public static Field choice(String name, String label, List<String> choices) {
      return new Field(name, label, choices.getFirst(), List.copyOf(choices), false);
    }
  }

  /**
   * A value for each field, of what somebody sent. Throws {@link IllegalArgumentException} where
   * that does not fit.
   */
  Map<String, String> filled(Map<String, String> sent) {
    var values = new HashMap<String, String>();
    for (var field : fields) {
      var value = sent.getOrDefault(field.name(), field.initial());
      if (value.length() > LONGEST) {
        throw new IllegalArgumentException(
            "%s has %d characters: at most %d are allowed"
                .formatted(field.name(), value.length(), LONGEST));
      }
      if (!field.choices().isEmpty() && !field.choices().contains(value)) {
        throw new IllegalArgumentException(
            "%s is \"%s\": %s are allowed".formatted(field.name(), value, field.choices()));
      }
      values.put(field.name(), value);
    }
    var unknown = sent.keySet().stream().filter(name -> !values.containsKey(name)).findFirst();
    if (unknown.isPresent()) {
      throw new IllegalArgumentException(
          "%s has no field %s, only %s".formatted(id, unknown.get(), values.keySet()));
    }
    return values;
  }
}
