package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** How several values of the request are taken. */
  enum Set {
    NONE(""),
    ANY("ForAnyValue"),
    ALL("ForAllValues");

    private final String prefix;

    Set(String prefix) {
      this.prefix = prefix;
    }

    static Optional<Set> named(String prefix) {
      return Stream.of(values()).filter(set -> set.prefix.equalsIgnoreCase(prefix)).findFirst();
    }
  }

  /**
   * Reads a condition.
   *
   * @param name the operator as it is written, such as {@code ForAnyValue:StringLikeIfExists}
   */
  static Condition of(String name, String key, JsonNode values, boolean knowsVariables) {
    var colon = name.indexOf(':');
    var set = Set.named(name.substring(0, Math.max(colon, 0))).orElseThrow(() -> unknown(name));
    var bare = name.substring(colon + 1);
    var ifExists = bare.endsWith("IfExists");
    var operator = ifExists ? bare.substring(0, bare.length() - "IfExists".length()) : bare;
    var isNull = name.equalsIgnoreCase(Operator.NULL);
    var named = isNull ? Operator.NONE : Operator.named(operator).orElseThrow(() -> unknown(name));
    var wanted = Document.texts(values, knowsVariables);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("%s of %s names no value".formatted(name, key));
    }
    wanted.forEach(Text::variables);
    wanted.forEach(text -> named.check().accept(text.written()));
    return new Condition(named, set, ifExists, isNull, key, wanted);
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "the condition operator %s is unknown: there are %s, all but the last with ForAnyValue: and ForAllValues: before and IfExists after"
            .formatted(name, Operator.names()));
  }

  /** The keys that it asks for, itself or by its variables. */
  Stream<String> keys() {
    return Stream.concat(
        Stream.of(key), wanted.stream().flatMap(text -> text.variables().stream()));
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
