package parley.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/**
 * JSON by what it means to a function: numbers by their values in double precision, and those
 * beyond it not at all, since parsers differ there.
 */
final class Alike {

  private Alike() {}

  /** Where two values first mean different things, and which; "" where they mean the same. */
  static String firstDifference(JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      return ofObjects(one, other);
    }
    if (one.isArray() && one.size() == other.size() && other.isArray()) {
      return ofLists(one, other);
    }
    return same(one, other) ? "" : ": %s and %s".formatted(shown(one), shown(other));
  }

  private static String ofObjects(JsonNode one, JsonNode other) {
    var names = new TreeSet<String>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      var difference = firstDifference(one.path(name), other.path(name));
      if (!difference.isEmpty()) {
        return "." + name + difference;
      }
    }
    return "";
  }

  private static String ofLists(JsonNode one, JsonNode other) {
    for (var i = 0; i < one.size(); i++) {
      var difference = firstDifference(one.path(i), other.path(i));
      if (!difference.isEmpty()) {
        return "[" + i + "]" + difference;
      }
    }
    return "";
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (isBeyond(one) || isBeyond(other)) {
      return isBeyond(one) && isBeyond(other);
    }
    return one.isNumber() && other.isNumber()
        ? one.doubleValue() == other.doubleValue()
        : one.equals(other);
  }

  private static boolean isBeyond(JsonNode value) {
    return (value.isNumber() && Double.isInfinite(value.doubleValue()))
        || value.asText().endsWith("Infinity");
  }

  private static String shown(JsonNode value) {
    var text = new StringBuilder();
    for (var c : value.toString().toCharArray()) {
      text.append(c < 127 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return text.toString();
  }
}
