package parley.events;

import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * The bus in EventBridge.
 *
 * @param name the bus' name
 */
record EventBridgeBus(EventBridgeClient client, String name) implements Bus {

  /** The source of every event, by which rules know them. */
  private static final String SOURCE = "parley";

  @Override
  public int put(List<Event> events) {
    var entries = events.stream().map(this::entry).toList();
    var answer = client.putEvents(put -> put.entries(entries));
    var taken = 0;
    while (taken < events.size() && answer.entries().get(taken).errorCode() == null) {
      taken++;
    }
    return taken;
  }

  private PutEventsRequestEntry entry(Event event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(name)
        .source(SOURCE)
        .detailType(event.type())
        .time(event.time())
        .detail(event.detail())
        .build();
  }
}
