package parley.infra.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.events.EventsWiring;
import parley.events.PublishHandler;
import parley.infra.messages.Messages;
import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import parley.infra.platform.StreamFeed;
import parley.infra.platform.Watch;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * What happens in rooms, for who listens: a bus of the instance's own, and the function that puts
 * the log's new entries there. Both are made when the first add-on listens.
 */
public final class Events {

  private static final String SOURCE = "parley";

  private final Construct stack;
  private final Foundation on;
  private final Messages messages;
  private final Watch watch;
  private @Nullable EventBus bus;

  /** The service, as yet without anything in the stack. */
  public Events(Construct stack, Foundation on, Messages messages, Watch watch) {
    this.stack = stack;
    this.on = on;
    this.messages = messages;
    this.watch = watch;
  }

  /**
   * Sends every event of these types to a target.
   *
   * @param types such as {@code message.posted}; none for all
   */
  public CfnRule send(Construct scope, String id, List<String> types, TargetProperty target) {
    return send(scope, id, types, List.of(), target);
  }

  private CfnRule send(
      Construct scope, String id, List<String> types, List<String> rooms, TargetProperty target) {
    var pattern = new TreeMap<String, Object>(Map.of("source", List.of(SOURCE)));
    if (!types.isEmpty()) {
      pattern.put("detail-type", types);
    }
    if (!rooms.isEmpty()) {
      pattern.put("detail", Map.of("room", rooms));
    }
    return CfnRule.Builder.create(scope, id)
        .eventBusName(bus().getEventBusName())
        .eventPattern(pattern)
        .targets(List.of(target))
        .build();
  }

  /**
   * Hands every event of these types to a function, as Lambda hands over a queue's messages: each
   * message's body is an event. Whoever is on call hears of those that are given up.
   *
   * @param types such as {@code message.posted}; none for all
   */
  public QueueFeed feed(Construct scope, String id, List<String> types, Function function) {
    return feed(scope, id, types, List.of(), function);
  }

  /**
   * Hands over the events of some rooms alone, as {@link #feed(Construct, String, List, Function)}
   * does.
   *
   * @param rooms their ids; none for all
   */
  public QueueFeed feed(
      Construct scope, String id, List<String> types, List<String> rooms, Function function) {
    var feed = new QueueFeed(scope, id, function, on.data().keep());
    feed.allowRule(send(feed, "Rule", types, rooms, feed.target()));
    feed.tell(watch, "events that %s is to hear of".formatted(scope.getNode().getId() + id));
    return feed;
  }

  /** Lets a rule leave in a queue what it could not send. */
  public static void giveUpTo(Queue queue, CfnRule rule) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
            .build());
  }

  private EventBus bus() {
    if (bus == null) {
      bus = publishing(new Construct(stack, "Events"));
    }
    return bus;
  }

  private EventBus publishing(Construct scope) {
    var made = EventBus.Builder.create(scope, "Bus").eventBusName(Aws.STACK_NAME).build();
    var publish =
        new Functions(scope, "events", on)
            .working(PublishHandler.class)
            .with(EventsWiring.BUS, made.getEventBusName());
    publish.allow(List.of("events:PutEvents"), made.getEventBusArn());
    new StreamFeed(scope, "Feed", messages.log().newItems(), publish, on.data().keep())
        .tell(watch, "entries that are to be published as events");
    return made;
  }
}
