package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.constructs.Construct;

/** Has something done when it is time: EventBridge Scheduler's schedules, with a role of theirs. */
public final class Clock extends Construct {

  /** Where this stands in a message, Scheduler puts the time that was meant. */
  public static final String TIME = "<aws.scheduler.scheduled-time>";

  private final OwnRole role;

  /** A clock without a schedule. */
  public Clock(Construct scope, String id) {
    super(scope, id);
    role = new OwnRole(this, "Role", "scheduler");
  }

  /**
   * A time that comes again and again.
   *
   * @param id the schedule's own, in its clock
   * @param expression such as {@code cron(0 9 * * ? *)} or {@code rate(1 minute)}
   * @param zone the time zone of the expression
   */
  public record When(String id, String expression, String zone) {}

  /** Leaves a message in a queue each time. */
  public void leave(When when, QueueFeed queue, String message) {
    role.allow(List.of("sqs:SendMessage"), queue.queue().getQueueArn());
    schedule(when, queue.queue().getQueueArn(), message);
  }

  /** Invokes a function each time; what it fails at, the next time is to do. */
  public void invoke(When when, Function function, String event) {
    role.allow(List.of("lambda:InvokeFunction"), function.arn());
    schedule(when, function.arn(), event);
  }

  private void schedule(When when, String target, String input) {
    CfnSchedule.Builder.create(this, when.id())
        .scheduleExpression(when.expression())
        .scheduleExpressionTimezone(when.zone())
        .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            TargetProperty.builder()
                .arn(target)
                .roleArn(role.role().getRoleArn())
                .input(input)
                .build())
        .build();
  }
}
