package parley.tests.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression compares or sets. */
sealed interface Operand {

  /** An attribute, or a member of one. */
  record Path(List<String> steps) implements Operand {}

  /** A value of the request. */
  record Given(String name) implements Operand {}

  /** What stands at the path, or else the other. */
  record IfNotExists(Path path, Operand other) implements Operand {}

  /** Its value; null where there is none. */
  default @Nullable AttributeValue in(Scope scope) {
    return switch (this) {
      case Path(var steps) -> scope.at(steps);
      case Given(var name) -> scope.value(name);
      case IfNotExists(var path, var other) -> {
        var there = path.in(scope);
        yield there == null ? other.in(scope) : there;
      }
    };
  }
}
