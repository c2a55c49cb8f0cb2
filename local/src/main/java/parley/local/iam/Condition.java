package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One key of one condition operator, with the values of which one must fit.
 *
 * @param operator what is asked of the values
 * @param set how several values of the request are taken
 * @param ifExists whether it holds where the request has no such key
 * @param isNull whether it asks only if the key is there
 */
record Condition(
    Operator operator, Set set, boolean ifExists, boolean isNull, String key, List<Text> wanted) {

  private static final Operator NONE = new Operator((value, wanted, keys) -> false, false);

  /** How several values of the request are taken. */
  enum Set {
    NONE,
    ANY,
    ALL
  }

  /**
   * Reads a condition.
   *
   * @param name the operator as it is written, such as {@code ForAnyValue:StringLikeIfExists}
   */
  static Condition of(String name, String key, JsonNode values, boolean knowsVariables) {
    var set =
        name.startsWith("ForAnyValue:")
            ? Set.ANY
            : name.startsWith("ForAllValues:") ? Set.ALL : Set.NONE;
    var bare = name.substring(name.indexOf(':') + 1);
    var ifExists = bare.endsWith("IfExists");
    var operator = ifExists ? bare.substring(0, bare.length() - "IfExists".length()) : bare;
    var isNull = operator.equalsIgnoreCase(Operator.NULL) && !ifExists;
    return new Condition(
        isNull
            ? NONE
            : Operator.named(operator)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "the condition operator %s is unknown: there are %s"
                                .formatted(name, Operator.names()))),
        set,
        ifExists,
        isNull,
        key,
        Document.texts(values, knowsVariables));
  }

  boolean holds(Keys keys) {
    if (isNull) {
      var absent = Boolean.toString(!keys.has(key));
      return wanted.stream().anyMatch(w -> w.written().equalsIgnoreCase(absent));
    }
    var values = keys.of(key);
    if (values.isEmpty()) {
      return set == Set.ALL || set == Set.NONE && (ifExists || operator.negated());
    }
    return switch (set) {
      case ALL -> values.stream().allMatch(value -> fits(value, keys));
      case ANY -> values.stream().anyMatch(value -> fits(value, keys));
      case NONE ->
          operator.negated()
              ? values.stream().allMatch(value -> fits(value, keys))
              : values.stream().anyMatch(value -> fits(value, keys));
    };
  }

  /** A value that the request cannot give is neither equal nor unequal to anything. */
  private boolean fits(String value, Keys keys) {
    return operator.negated()
        ? wanted.stream().allMatch(w -> w.resolves(keys) && !operator.test().fits(value, w, keys))
        : wanted.stream().anyMatch(w -> operator.test().fits(value, w, keys));
  }
}
