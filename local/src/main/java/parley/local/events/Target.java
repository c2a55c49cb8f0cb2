package parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import java.util.Optional;
import parley.local.template.Resource;

/**
 * Where a rule sends its events.
 *
 * @param id the rule's logical id and the target's id
 * @param rule the rule's ARN
 * @param arn a function's, a queue's or a stream's
 * @param role as which EventBridge sends; "" where the target itself permits it
 * @param inputPath which part of the event is sent; empty for all of it
 * @param partitionKeyPath where in the event a stream's partition key stands
 * @param retries how often a failed attempt is made again
 * @param deadLetters the ARN of the queue of what was given up
 */
record Target(
    String id,
    String rule,
    String arn,
    String role,
    Optional<String> inputPath,
    String partitionKeyPath,
    int retries,
    Optional<String> deadLetters) {

  /** EventBridge's own; its attempts last 24 hours, the twin's an hour and a half. */
  private static final int RETRIES = 185;

  static Target of(Resource rule, String ruleArn, JsonNode target) {
    return new Target(
        id(rule.id(), target.path("Id").asText()),
        ruleArn,
        target.path("Arn").asText(),
        target.path("RoleArn").asText(),
        Optional.ofNullable(target.path("InputPath").textValue()),
        target.at("/KinesisParameters/PartitionKeyPath").asText("$.id"),
        target.at("/RetryPolicy/MaximumRetryAttempts").asInt(RETRIES),
        Optional.ofNullable(target.at("/DeadLetterConfig/Arn").textValue()));
  }

  /** Of the rule's logical id and the target's own. */
  static String id(String rule, String target) {
    return "%s %s".formatted(rule, target);
  }

  /** What it is sent of an event. */
  String input(String event) {
    return inputPath
        .map(path -> JsonPath.parse(event).read(path))
        .map(part -> JsonPath.parse(part).jsonString())
        .orElse(event);
  }

  /** The key under which a stream takes an event. */
  String partitionKey(String event) {
    return String.valueOf(JsonPath.parse(event).<Object>read(partitionKeyPath));
  }
}
