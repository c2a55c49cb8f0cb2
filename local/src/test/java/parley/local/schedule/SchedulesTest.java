package parley.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.journal.Journal;
import parley.local.queue.Queues;
import parley.local.template.Names;

/** A schedule of each day, and one of each hour, under a clock that is turned. */
@Timeout(60)
class SchedulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();

  private static final String TEMPLATE =
      """
      {"Due": {"Type": "AWS::SQS::Queue", "Properties": {}},
       "Daily": {"Type": "AWS::Scheduler::Schedule", "Properties": {
         "ScheduleExpression": "cron(0 9 * * ? *)", "ScheduleExpressionTimezone": "Europe/Berlin",
         "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "{{Due.Arn}}", "RoleArn": "arn:aws:iam::1:role/r",
           "Input": "{\\"time\\": \\"<aws.scheduler.scheduled-time>\\"}"}}},
       "Hourly": {"Type": "AWS::Scheduler::Schedule", "Properties": {
         "ScheduleExpression": "rate(1 hour)", "FlexibleTimeWindow": {"Mode": "OFF"},
         "Target": {"Arn": "%s", "RoleArn": "arn:aws:iam::1:role/r", "Input": "{\\"hourly\\": true}"}}},
       "Never": {"Type": "AWS::Scheduler::Schedule", "Properties": {"State": "DISABLED",
         "ScheduleExpression": "rate(1 minute)", "FlexibleTimeWindow": {"Mode": "OFF"},
         "Target": {"Arn": "{{Due.Arn}}", "RoleArn": "arn:aws:iam::1:role/r"}}}}"""
          .formatted(FakeFunctions.arn("ring"));

  @TempDir private Path folder;
  private volatile Instant now = Instant.parse("2026-11-28T07:30:00Z");
  private final FakeAuthority authority = new FakeAuthority();
  private final FakeFunctions functions = new FakeFunctions().with("ring", event -> "{}");
  private final List<String> console = new CopyOnWriteArrayList<>();
  private Queues queues;
  private Schedules schedules;
  private String due;

  @BeforeEach
  void start() throws Exception {
    InstantSource source = () -> now;
    var clock = source.withZone(ZoneOffset.UTC);
    queues = new Queues(folder, clock, console::add);
    schedules =
        new Schedules(
            functions,
            queues,
            authority.guard(),
            new Journal(Clock.systemUTC()),
            clock,
            console::add);
    var stack = new FakeStack(NAMES, TEMPLATE, List.of(queues, schedules));
    assertThat(Schedules.refusals(stack)).isEmpty();
    queues.start(stack);
    schedules.start(stack);
    due = NAMES.arn("sqs", NAMES.physical("Due"));
  }

  @AfterEach
  void stop() {
    schedules.close();
  }

  @Test
  void whatIsDueIsDoneByTheRoleWithTheTimeThatWasMeant() throws Exception {
    now = Instant.parse("2026-11-28T08:00:01Z");

    var received = queues.receive(due, 10, Duration.ofSeconds(30));

    assertThat(received).hasSize(1);
    assertThat(JSON.readTree(received.getFirst().message().body()).path("time").asText())
        .isEqualTo("2026-11-28T08:00:00Z");
    assertThat(functions.seen("ring").poll(30, TimeUnit.SECONDS))
        .isEqualTo(JSON.readTree("{\"hourly\": true}"));
    assertThat(authority.accesses())
        .contains(
            "sqs:SendMessage on " + due, "lambda:InvokeFunction on " + FakeFunctions.arn("ring"));
  }

  @Test
  void ofDaysThatTheClockIsTurnedOverOnlyTheLastIsDone() throws Exception {
    now = now.plus(Duration.ofDays(3));

    var received = queues.receive(due, 10, Duration.ofSeconds(30));

    assertThat(received).hasSize(1);
    assertThat(received.getFirst().message().body()).contains("2026-11-30T08:00:00Z");
  }

  @Test
  void whatIsNotImplementedIsRefused() throws Exception {
    for (var wrong :
        List.of(
            TEMPLATE.replace("\"OFF\"", "\"FLEXIBLE\""),
            TEMPLATE.replace("scheduled-time", "execution-id"),
            TEMPLATE.replace("cron(0 9 * * ? *)", "at(2026-11-28T09:00:00)"),
            TEMPLATE.replace("{{Due.Arn}}", "arn:aws:sns:us-east-1:1:topic"))) {
      var stack = new FakeStack(NAMES, wrong, List.of(queues, schedules));
      assertThat(Schedules.refusals(stack)).isNotEmpty();
    }
  }
}
