package parley.local.stream;

import java.util.List;
import java.util.Optional;
import parley.local.iam.Access;
import parley.local.iam.Decision;
import parley.local.iam.Guard;
import parley.local.lambda.Roles;
import parley.local.template.Stack;

/**
 * Whether a function's role lets Lambda read its stream and tell of failures. Asked when a mapping
 * is made, as Lambda does: a stack whose role lacks any of it cannot be deployed.
 */
record MappingRole(Stack stack, Guard guard) {

  private static final List<String> READING =
      List.of("GetRecords", "GetShardIterator", "DescribeStream", "ListStreams");

  /** Throws {@link IllegalArgumentException} in Lambda's words where the role lacks anything. */
  void check(Mapping mapping) {
    var role = Roles.session(stack, mapping.function());
    var reading =
        READING.stream().map(action -> new Access("dynamodb:" + action, mapping.stream())).toList();
    refuse(
        mapping,
        "Cannot access stream %s. Please ensure the role can perform the %s actions on it"
            .formatted(mapping.stream(), String.join(", ", READING)),
        guard.firstDenied(role, reading));
    mapping
        .onFailure()
        .ifPresent(
            queue ->
                refuse(
                    mapping,
                    "The function's role does not have permissions to call SendMessage on SQS",
                    guard.firstDenied(role, List.of(new Access("sqs:SendMessage", queue)))));
  }

  private static void refuse(Mapping mapping, String why, Optional<Decision> denied) {
    if (denied.isPresent()) {
      throw new IllegalArgumentException(
          "%s: %s (%s)".formatted(mapping.id(), why, denied.get().message()));
    }
  }
}
