package parley.tests.tables;

import java.util.List;
import java.util.stream.Stream;

/** A condition of DynamoDB's. */
sealed interface Condition {

  /** Holds where all do. */
  record All(List<Condition> parts) implements Condition {}

  /** Holds where one does. */
  record Any(List<Condition> parts) implements Condition {}

  /** Holds where the other does not. */
  record Not(Condition part) implements Condition {}

  /** Compares two values, of which both must be there. */
  record Compare(Operand left, String operator, Operand right) implements Condition {}

  /** Both bounds belong to it. */
  record Between(Operand value, Operand from, Operand to) implements Condition {}

  /** Whether there is such an attribute. */
  record Exists(Operand.Path path, boolean wanted) implements Condition {}

  /** Whether text begins so. */
  record BeginsWith(Operand value, Operand prefix) implements Condition {}

  /** Always holds. */
  Condition NONE = new All(List.of());

  /** Whether it holds. */
  default boolean holds(Scope scope) {
    return switch (this) {
      case All(var parts) -> parts.stream().allMatch(part -> part.holds(scope));
      case Any(var parts) -> parts.stream().anyMatch(part -> part.holds(scope));
      case Not(var part) -> !part.holds(scope);
      case Compare(var left, var operator, var right) -> compare(left, operator, right, scope);
      case Between(var value, var from, var to) ->
          compare(value, ">=", from, scope) && compare(value, "<=", to, scope);
      case Exists(var path, var wanted) -> (path.in(scope) != null) == wanted;
      case BeginsWith(var value, var prefix) -> {
        var text = value.in(scope);
        var begin = prefix.in(scope);
        yield text != null && begin != null && text.s() != null && text.s().startsWith(begin.s());
      }
    };
  }

  /** The conditions that must all hold. */
  default Stream<Condition> conjuncts() {
    return this instanceof All(var parts)
        ? parts.stream().flatMap(Condition::conjuncts)
        : Stream.of(this);
  }

  private static boolean compare(Operand left, String operator, Operand right, Scope scope) {
    var one = left.in(scope);
    var other = right.in(scope);
    if (one == null || other == null) {
      return operator.equals("<>") && one != other;
    }
    if (operator.equals("=") || operator.equals("<>")) {
      return Values.equal(one, other) == operator.equals("=");
    }
    if (one.type() != other.type()) {
      return false;
    }
    var order = Values.compare(one, other);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("no such comparison: " + operator);
    };
  }
}
