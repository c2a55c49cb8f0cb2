package parley.addons.triggers.reminders;

import java.time.Clock;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Settings;

/** Builds the reminders' functions from their environment: the one place that reads it. */
public final class RemindersWiring {

  /** Names the table of pending reminders. */
  public static final String REMINDERS_TABLE = "REMINDERS_TABLE";

  /** The index of the table by time. */
  public static final String DUE = DynamoReminders.DUE;

  /** The variable with the ARN of the alias of {@code rooms.FindMembership}. */
  public static final String FIND_MEMBERSHIP_FUNCTION = "FIND_MEMBERSHIP_FUNCTION";

  /** The variable with the ARN of the alias of {@code messages.PostMessage}. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  private static final String ID = "00000000-0000-4000-8000-000000000000";

  private RemindersWiring() {}

  static Endpoint setReminder() {
    var settings = Settings.ofProcess();
    var reminders = reminders(settings);
    var membership = membership(settings);
    var clock = Clock.systemUTC();
    var body =
        Json.object()
            .put("room", Priming.NOBODY)
            .put("id", ID)
            .put("whom", "me")
            .put("at", clock.instant().toString())
            .put("text", "hi");
    return Endpoint.primed(
        new SetReminder(reminders, membership, clock),
        body,
        () -> {
          reminders.of(Priming.NOBODY, 1);
          reminders.rehearse();
        });
  }

  static Endpoint listReminders() {
    return Endpoint.primed(
        new ListReminders(reminders(Settings.ofProcess())), Json.object(), () -> {});
  }

  static Endpoint cancelReminder() {
    return Endpoint.primed(
        new CancelReminder(reminders(Settings.ofProcess())),
        Json.object().put("reminder", ID),
        () -> {});
  }

  static RingReminders ringReminders() {
    var settings = Settings.ofProcess();
    var reminders = reminders(settings);
    var post = new LambdaPeer(Aws.lambda(), settings.get(POST_MESSAGE_FUNCTION));
    var ring = new RingReminders(reminders, membership(settings), post, Clock.systemUTC());
    Priming.with(() -> reminders.due(java.time.Instant.EPOCH, 1), Aws::disconnect);
    return ring;
  }

  private static DynamoReminders reminders(Settings settings) {
    return new DynamoReminders(Aws.dynamo(), settings.get(REMINDERS_TABLE));
  }

  private static Membership membership(Settings settings) {
    return new Membership(new LambdaPeer(Aws.lambda(), settings.get(FIND_MEMBERSHIP_FUNCTION)));
  }
}
