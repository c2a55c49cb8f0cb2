package parley.local.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import parley.local.template.Resource;

/**
 * Something that is done when it is time.
 *
 * @param id its logical id
 * @param expression when
 * @param target the ARN of a function or a queue
 * @param role the ARN of the role by which it is done
 * @param input what is sent
 */
record Schedule(String id, Expression expression, String target, String role, String input) {

  private static final String ATTRIBUTE = "<aws.scheduler.";
  private static final String TIME = ATTRIBUTE + "scheduled-time>";

  /**
   * Reads one. Throws {@link IllegalArgumentException} where it asks for what is not implemented.
   */
  static Schedule of(Resource resource) {
    var target = resource.text("Target.Arn");
    if (!target.matches("arn:[^:]*:(lambda|sqs):.*")) {
      throw new IllegalArgumentException(
          "the target %s is neither a function nor a queue".formatted(target));
    }
    if (!resource.text("FlexibleTimeWindow.Mode").equals("OFF")) {
      throw new IllegalArgumentException("FlexibleTimeWindow must be OFF: no other is implemented");
    }
    var input = resource.get("Target.Input").asText("{}");
    if (input.replace(TIME, "").contains(ATTRIBUTE)) {
      throw new IllegalArgumentException("in Target.Input only %s is implemented".formatted(TIME));
    }
    return new Schedule(
        resource.id(),
        Expression.of(
            resource.text("ScheduleExpression"), resource.text("ScheduleExpressionTimezone")),
        target,
        resource.text("Target.RoleArn"),
        input);
  }

  /** What is sent when it was this time. */
  String input(Instant time) {
    return input.replace(TIME, time.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
