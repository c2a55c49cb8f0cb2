package parley.addons.panic;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Request;
import parley.kernel.Settings;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds this add-on's functions from their environment: the one place that reads it. */
public final class PanicWiring {

  /** The variable that names the table of alarms. */
  public static final String ALARMS_TABLE = "ALARMS_TABLE";

  /** The variable with the URL of the queue in which an alarm waits to be looked at again. */
  public static final String WAITING_QUEUE = "WAITING_QUEUE";

  /** The variable with how many minutes an alarm waits. */
  public static final String MINUTES = "MINUTES";

  /** The variable with the ARN of the topic of who else is told; not set where nobody is. */
  public static final String TOPIC = "TOPIC";

  /** The variable with the ARN of the alias of {@code messages.PostMessage}. */
  public static final String POST_FUNCTION = "POST_FUNCTION";

  /** The variable with the ARN of the alias of {@code rooms.FindMembership}. */
  public static final String MEMBERSHIP_FUNCTION = "MEMBERSHIP_FUNCTION";

  private static final Settings SETTINGS = Settings.ofProcess();

  private PanicWiring() {}

  static Batch raiseAlarm() {
    var room = primedRoom();
    return new Batch(new RaiseAlarm(alarms(), later(), room));
  }

  static Batch escalate() {
    var room = primedRoom();
    var after = Duration.ofMinutes(Integer.parseInt(SETTINGS.get(MINUTES)));
    return new Batch(new Escalate(alarms(), notices(), room, after, Clock.systemUTC()));
  }

  static Endpoint acknowledgeAlarm() {
    var members = new LambdaPeer(Aws.lambda(), SETTINGS.get(MEMBERSHIP_FUNCTION));
    var body = Json.object().put("room", Priming.NOBODY).put("alarm", Priming.NOBODY);
    return Endpoint.primed(
        new AcknowledgeAlarm(alarms(), members, room(), Clock.systemUTC()), body, () -> {});
  }

  /** Has a request answered that is refused, since it says nothing. */
  private static Room primedRoom() {
    var messages = new LambdaPeer(Aws.lambda(), SETTINGS.get(POST_FUNCTION));
    Priming.with(
        () -> messages.ask(Request.inside(Priming.NOBODY, Json.object())), Aws::disconnect);
    return new Room(messages);
  }

  private static Room room() {
    return new Room(new LambdaPeer(Aws.lambda(), SETTINGS.get(POST_FUNCTION)));
  }

  private static Alarms alarms() {
    return new DynamoAlarms(Aws.dynamo(), SETTINGS.get(ALARMS_TABLE), Clock.systemUTC());
  }

  private static Consumer<String> later() {
    var queue = SETTINGS.get(WAITING_QUEUE);
    var sqs =
        SqsClient.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials()).build();
    return alarm ->
        sqs.sendMessage(
            send ->
                send.queueUrl(queue).messageBody(Json.write(Json.object().put("alarm", alarm))));
  }

  private static Notices notices() {
    return SETTINGS.variables().containsKey(TOPIC)
        ? new SnsNotices(
            SnsClient.builder()
                .httpClient(Aws.http())
                .credentialsProvider(Aws.credentials())
                .build(),
            SETTINGS.get(TOPIC))
        : Notices.NONE;
  }
}
