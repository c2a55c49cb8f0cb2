package parley.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.iam.Access;
import parley.local.template.Names;

/** EventBridge's PutEvents, to one bus a call. */
public final class EventsApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 10;

  private final Buses buses;
  private final Names names;
  private final Clock clock;

  private EventsApi(Buses buses, Names names, Clock clock) {
    this.buses = buses;
    this.names = names;
    this.clock = clock;
  }

  /** The API of these buses. */
  public static AwsApi of(Buses buses, Names names, Clock clock) {
    var api = new EventsApi(buses, names, clock);
    return new JsonApi(
        new JsonApi.Service("events", "AWSEvents", "1.1"),
        Map.of("PutEvents", new Operation(api::access, api::put)));
  }

  private Access access(JsonNode input) {
    return new Access("events:PutEvents", names.arn("events", "event-bus/" + busOf(input)));
  }

  private JsonNode put(JsonNode input) throws AwsError {
    var entries = input.path("Entries");
    var bus = busOf(input);
    if (entries.isEmpty() || entries.size() > MOST) {
      throw new AwsError(
          "ValidationException", "Entries must have 1 to %d members".formatted(MOST));
    }
    if (!buses.has(bus)) {
      throw new AwsError(
          "ResourceNotFoundException", "Event bus %s does not exist.".formatted(bus));
    }
    for (var entry : entries) {
      if (!nameIn(entry).equals(bus)) {
        throw new AwsError("ValidationException", "the twin puts to one bus a call");
      }
    }
    var output = JsonApi.object();
    var results = output.putArray("Entries");
    var failed = 0;
    for (var entry : entries) {
      try {
        var event = event(entry);
        buses.put(bus, event);
        results.addObject().put("EventId", event.path("id").asText());
      } catch (JsonProcessingException e) {
        failed++;
        results
            .addObject()
            .put("ErrorCode", "MalformedDetail")
            .put("ErrorMessage", "Detail is malformed.");
      }
    }
    return output.put("FailedEntryCount", failed);
  }

  private JsonNode event(JsonNode entry) throws JsonProcessingException {
    var detail = MAPPER.readTree(entry.path("Detail").asText());
    if (!detail.isObject()) {
      throw new JsonMappingException(null, "Detail is no object");
    }
    var seconds = entry.path("Time").asDouble(clock.millis() / 1000.0);
    var event = JsonApi.object();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", entry.path("DetailType").asText())
        .put("source", entry.path("Source").asText())
        .put("account", names.account())
        .put(
            "time",
            Instant.ofEpochMilli((long) (seconds * 1000))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString())
        .put("region", names.region());
    event.putArray("resources").addAll(entry.path("Resources").valueStream().toList());
    return event.set("detail", detail);
  }

  private static String busOf(JsonNode input) {
    return nameIn(input.path("Entries").path(0));
  }

  private static String nameIn(JsonNode entry) {
    var name = entry.path("EventBusName").asText(Buses.DEFAULT);
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
