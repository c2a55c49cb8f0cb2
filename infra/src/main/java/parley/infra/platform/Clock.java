package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.constructs.Construct;

/** Has something done when it is time: EventBridge Scheduler's schedules, with a role of theirs. */
public final class Clock extends Construct {

  /** Where this stands in a message, Scheduler puts the time that was meant. */
  public static final String TIME = "<aws.scheduler.scheduled-time>";

  private final Role role;

  /** A clock without a schedule. */
  public Clock(Construct scope, String id) {
    super(scope, id);
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .build();
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
    allow("sqs:SendMessage", queue.queue().getQueueArn());
    schedule(when, queue.queue().getQueueArn(), message);
  }

  /** Invokes a function each time; what it fails at, the next time is to do. */
  public void invoke(When when, Function function, String event) {
    allow("lambda:InvokeFunction", function.arn());
    schedule(when, function.arn(), event);
  }

  private void schedule(When when, String target, String input) {
    CfnSchedule.Builder.create(this, when.id())
        .scheduleExpression(when.expression())
        .scheduleExpressionTimezone(when.zone())
        .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            TargetProperty.builder().arn(target).roleArn(role.getRoleArn()).input(input).build())
        .build();
  }

  private void allow(String action, String resource) {
    var first = role.getNode().tryFindChild("DefaultPolicy") == null;
    role.addToPrincipalPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of(action))
            .resources(List.of(resource))
            .build());
    if (first) {
      Accepted.ONE_ROLE_ONE_POLICY.on((Construct) role.getNode().findChild("DefaultPolicy"));
    }
  }
}
