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

  private static final List<String> READING_TABLES =
      List.of("GetRecords", "GetShardIterator", "DescribeStream", "ListStreams");

  /** Source: AWSLambdaKinesisExecutionRole, without what enhanced fan-out alone needs. */
  private static final List<String> READING_STREAMS =
      List.of(
          "GetRecords",
          "GetShardIterator",
          "DescribeStream",
          "DescribeStreamSummary",
          "ListShards");

  /** Throws {@link IllegalArgumentException} in Lambda's words where the role lacks anything. */
  void check(Mapping mapping) {
    var role = Roles.session(stack, mapping.function());
    var service = mapping.ofKinesis() ? "kinesis" : "dynamodb";
    var actions = mapping.ofKinesis() ? READING_STREAMS : READING_TABLES;
    var reading =
        actions.stream()
            .map(action -> new Access(service + ":" + action, mapping.stream()))
            .toList();
    refuse(
        mapping,
        "Cannot access stream %s. Please ensure the role can perform the %s actions on it"
            .formatted(mapping.stream(), String.join(", ", actions)),
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
