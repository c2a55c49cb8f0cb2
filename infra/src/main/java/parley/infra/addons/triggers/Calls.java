package parley.infra.addons.triggers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.addons.triggers.calls.CallsWiring;
import parley.addons.triggers.calls.TellCallsHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/**
 * Calls of AWS' API, told in rooms: rules on the account's own bus, on which CloudTrail tells of
 * calls, and a queue for each room.
 */
final class Calls extends Construct {

  Calls(Construct scope, String id, List<CallSettings> calls, Services services) {
    super(scope, id);
    var tell =
        new Functions(this, "addons/triggers", services.on()).working(TellCallsHandler.class);
    services.messages().grantPost(tell, CallsWiring.POST_MESSAGE_FUNCTION);
    var rooms = calls.stream().map(CallSettings::room).distinct().toList();
    for (var room : rooms) {
      var place = rooms.indexOf(room);
      var feed = new QueueFeed(this, room, tell, services.on().data().keep());
      feed.tell(services.watch(), "calls of AWS that a room is to be told of");
      tell.with(CallsWiring.room(place), room)
          .with(CallsWiring.queue(place), feed.queue().getQueueName());
      var its = calls.stream().filter(call -> call.room().equals(room)).toList();
      for (var i = 0; i < its.size(); i++) {
        feed.allowRule(rule(feed, "Rule" + i, its.get(i)));
      }
    }
    tell.with(CallsWiring.ROOMS, Integer.toString(rooms.size()));
  }

  /** Only AWS puts events whose source begins so. */
  private static CfnRule rule(QueueFeed feed, String id, CallSettings call) {
    var detail = new TreeMap<String, Object>(Map.of("eventSource", List.of(call.service())));
    if (!call.calls().isEmpty()) {
      detail.put("eventName", call.calls());
    }
    return CfnRule.Builder.create(feed, id)
        .eventPattern(
            new TreeMap<>(
                Map.of(
                    "source",
                    List.of(Map.of("prefix", "aws.")),
                    "detail-type",
                    List.of("AWS API Call via CloudTrail"),
                    "detail",
                    detail)))
        .targets(List.of(feed.target()))
        .build();
  }
}
