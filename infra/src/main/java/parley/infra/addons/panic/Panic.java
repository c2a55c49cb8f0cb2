package parley.infra.addons.panic;

import java.util.List;
import parley.addons.panic.AcknowledgeAlarmHandler;
import parley.addons.panic.EscalateHandler;
import parley.addons.panic.PanicWiring;
import parley.addons.panic.RaiseAlarmHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Accepted;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import parley.infra.platform.QueueFeed.Pace;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.infra.platform.Watch;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Alarms of panic buttons: raised from a queue of what buttons say, looked at again from a queue in
 * which each lies for a while, and acknowledged by members of the room over REST.
 */
final class Panic extends Construct {

  /** In bytes: a press has less than one, and what it is set aside for is looked at by a person. */
  private static final int LARGEST_PRESS = 16 * 1024;

  Panic(Construct scope, String id, PanicSettings settings, Services services) {
    super(scope, id);
    var keep = services.on().data().keep();
    var functions = new Functions(this, "addons/panic", services.on());
    var raise = functions.answering(RaiseAlarmHandler.class);
    var escalate = functions.answering(EscalateHandler.class);
    var acknowledge = functions.answering(AcknowledgeAlarmHandler.class);

    var alarms = new Table(this, "Alarms", TableShape.passing("expires", TableShape.text("alarm")));
    List.of(raise, escalate, acknowledge)
        .forEach(function -> function.with(PanicWiring.ALARMS_TABLE, alarms.name()));
    alarms.allow(raise, "PutItem");
    alarms.allow(escalate, "GetItem", "UpdateItem");
    alarms.allow(acknowledge, "UpdateItem");

    var presses = new QueueFeed(this, "Presses", raise, Pace.PROMPT.upTo(LARGEST_PRESS), keep);
    var waiting =
        new QueueFeed(
            this,
            "Waiting",
            escalate,
            Pace.PROMPT.after(Duration.minutes(settings.minutes())),
            keep);
    waiting.allowSend(raise, PanicWiring.WAITING_QUEUE);
    escalate.with(PanicWiring.MINUTES, Integer.toString(settings.minutes()));
    tell(settings.tell(), escalate, services.watch());

    services.on().rest().route("POST", "/rooms/{room}/alarms/{alarm}/acknowledge", acknowledge);
    services.rooms().grantFindMembership(acknowledge, PanicWiring.MEMBERSHIP_FUNCTION);
    List.of(raise, escalate, acknowledge)
        .forEach(function -> services.messages().grantPost(function, PanicWiring.POST_FUNCTION));

    var devices = new Devices(this, "Buttons", services.instance().getStackName(), presses);
    settings.buttons().forEach(devices::add);
    presses.tell(services.watch(), "what panic buttons said");
    waiting.tell(services.watch(), "alarms that nobody acknowledged");
  }

  /** Another text for each: the CDK writes "/" in an id as "--", which an address may have too. */
  private static String withoutSlash(String address) {
    return address.replace("~", "~0").replace("/", "~1");
  }

  /** A topic of those who are told; none where nobody is. */
  private void tell(List<String> who, Function escalate, Watch watch) {
    if (who.isEmpty()) {
      return;
    }
    var topic = Topic.Builder.create(this, "Unacknowledged").enforceSsl(true).build();
    Accepted.SERVICE_KEYS.on(topic);
    for (var one : who) {
      var subscription =
          Subscription.Builder.create(this, "Tell" + withoutSlash(one))
              .topic(topic)
              .protocol(one.startsWith("+") ? SubscriptionProtocol.SMS : SubscriptionProtocol.EMAIL)
              .endpoint(one)
              .build();
      Accepted.NO_FURTHER_QUEUE.on(subscription);
    }
    watch.over(
        topic,
        "Unsent",
        "others were not told of an alarm: the account's limit for SMS may be reached",
        topic.metricNumberOfNotificationsFailed(
            MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()),
        0);
    escalate
        .with(PanicWiring.TOPIC, topic.getTopicArn())
        .allow(List.of("sns:Publish"), topic.getTopicArn());
  }
}
