package parley.events;

import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.Settings;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Builds this service's function from its environment: the one place that reads it. */
public final class EventsWiring {

  /** The variable that names the bus. */
  public static final String BUS = "BUS";

  private static final String ENTRY =
      """
      {"Records": [{"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "NewImage": {
        "room": {"S": "priming"}, "seq": {"N": "1"}, "kind": {"S": "message"},
        "time": {"S": "1970-01-01T00:00:00Z"}}}}]}""";

  private EventsWiring() {}

  static Publish publish() {
    var bus = Settings.ofProcess().get(BUS);
    var client =
        EventBridgeClient.builder()
            .httpClient(Aws.http())
            .credentialsProvider(Aws.credentials())
            .build();
    Priming.with(EventsWiring::rehearse, Aws::disconnect);
    return new Publish(new EventBridgeBus(client, bus));
  }

  /** All but the call: an event cannot be put without somebody hearing it. */
  private static void rehearse() {
    Json.write(new Publish(events -> events.size()).publish(Json.read(ENTRY)).answer());
  }
}
