package parley.infra.config;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one text, number or truth value and holds it against what is allowed. */
record ScalarReader(Class<?> type, Setting setting) {

  sealed interface Outcome {}

  record Good(Object value) implements Outcome {}

  record Bad(String code, String message) implements Outcome {}

  Outcome read(Node node) {
    if (!(node instanceof ScalarNode scalar) || !isOfType(scalar)) {
      var got =
          node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "a collection";
      return new Bad("wrong-type", "is %s; it must be %s".formatted(got, kind()));
    }
    var text = scalar.getValue();
    return allows(text)
        ? new Good(parse(text))
        : new Bad("not-allowed", "is \"%s\"; allowed is %s".formatted(shown(text), allowed()));
  }

  /** Of many lines the first. */
  private static String shown(String text) {
    var lines = text.strip().lines().toList();
    return lines.size() < 2 ? text : lines.getFirst() + " …";
  }

  /** The value that holds where none is written, or any of the type where one must be. */
  Object otherwise() {
    return setting.otherwise().isEmpty() && type != String.class
        ? parse(type == int.class ? "0" : "false")
        : parse(setting.otherwise());
  }

  private Object parse(String text) {
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    return type == boolean.class ? (Object) Boolean.parseBoolean(text) : text;
  }

  private boolean allows(String text) {
    if (type == int.class) {
      return text.matches("[0-9]{1,9}")
          && (setting.oneOf().length == 0
              || Arrays.stream(setting.oneOf()).anyMatch(n -> n == Integer.parseInt(text)));
    }
    return type == boolean.class ? text.equals("true") || text.equals("false") : allowsText(text);
  }

  private boolean allowsText(String text) {
    return (setting.pattern().isEmpty() || Pattern.matches(setting.pattern(), text))
        && (!setting.timeZone() || ZoneId.getAvailableZoneIds().contains(text))
        && (!setting.certificateRequest() || CertificateRequest.isOne(text));
  }

  private String allowed() {
    if (type == boolean.class) {
      return "true or false";
    }
    return type == int.class ? "one of " + Arrays.toString(setting.oneOf()) : setting.allowed();
  }

  /** What YAML 1.1 takes for a number to the base of 60, such as 10:30, is meant as a time. */
  private boolean isOfType(ScalarNode scalar) {
    return tag().equals(scalar.getTag())
        || (type == String.class
            && scalar.getTag().equals(Tag.INT)
            && scalar.getValue().contains(":"));
  }

  private Tag tag() {
    if (type == int.class) {
      return Tag.INT;
    }
    return type == boolean.class ? Tag.BOOL : Tag.STR;
  }

  private String kind() {
    if (type == int.class) {
      return "a whole number";
    }
    return type == boolean.class ? "true or false" : "text";
  }
}
