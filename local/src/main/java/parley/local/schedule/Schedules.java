package parley.local.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.Part;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * The stack's schedules. Where the clock is turned over several times of one, only the last of them
 * is done; what a twin slept through is not made up for.
 */
public final class Schedules implements Part {

  private static final ResourceType SCHEDULE =
      new ResourceType(
          "AWS::Scheduler::Schedule",
          Set.of(
              "FlexibleTimeWindow.Mode",
              "ScheduleExpression",
              "ScheduleExpressionTimezone",
              "State",
              "Target.Arn",
              "Target.Input",
              "Target.RoleArn"),
          Set.of("Description"),
          Names::physical,
          Map.of(
              "Arn",
              (names, id) -> names.arn("scheduler", "schedule/default/" + names.physical(id))));

  private static final int LOOKS_EVERY_MILLIS = 200;

  private final Functions functions;
  private final Queues queues;
  private final Guard guard;
  private final Journal journal;
  private final Clock clock;
  private final Consumer<String> console;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Schedules that reach these functions and queues. */
  public Schedules(
      Functions functions,
      Queues queues,
      Guard guard,
      Journal journal,
      Clock clock,
      Consumer<String> console) {
    this.functions = functions;
    this.queues = queues;
    this.guard = guard;
    this.journal = journal;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(SCHEDULE);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    return refusals((Stack) stack);
  }

  static List<String> refusals(Stack stack) {
    var refusals = new ArrayList<String>();
    for (var resource : stack.all(SCHEDULE.name())) {
      try {
        Schedule.of(resource);
      } catch (IllegalArgumentException e) {
        refusals.add("%s: %s".formatted(resource.id(), e.getMessage()));
      }
    }
    return refusals;
  }

  @Override
  public void start(Stack stack) {
    for (var resource : stack.all(SCHEDULE.name())) {
      if (!resource.get("State").asText("ENABLED").equals("DISABLED")) {
        var schedule = Schedule.of(resource);
        var first = schedule.expression().after(clock.instant());
        threads.execute(() -> keep(schedule, first));
      }
    }
  }

  private void keep(Schedule schedule, Instant first) {
    try {
      var next = first;
      while (!closed.await(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        var due = last(schedule.expression(), next, clock.instant());
        if (due != null) {
          next = schedule.expression().after(due);
          carryOut(schedule, due);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last time that has come, from this one on. */
  private static @Nullable Instant last(Expression expression, Instant from, Instant now) {
    Instant last = null;
    for (var time = from; !time.isAfter(now); time = expression.after(time)) {
      last = time;
    }
    return last;
  }

  private void carryOut(Schedule schedule, Instant time) {
    try {
      journal.request(
          Kind.EVENT,
          schedule.id(),
          () -> isDone(schedule, schedule.input(time)),
          done -> done ? "done" : "failed");
    } catch (RuntimeException e) {
      console.accept("the schedule %s was not carried out: %s".formatted(schedule.id(), e));
    }
  }

  private boolean isDone(Schedule schedule, String input) {
    var isQueue = schedule.target().contains(":sqs:");
    var action = isQueue ? "sqs:SendMessage" : "lambda:InvokeFunction";
    var role = new Principal.RoleSession(schedule.role(), "Scheduler");
    if (!guard.check(role, new Access(action, schedule.target())).allowed()) {
      return false;
    }
    if (isQueue) {
      queues.pass(schedule.target(), input);
      return true;
    }
    return !functions.invoke(schedule.target(), input.getBytes(UTF_8)).failed();
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
  }
}
