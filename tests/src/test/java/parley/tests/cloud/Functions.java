package parley.tests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.connections.ConnectionsFunctions;
import parley.kernel.Endpoint;
import parley.messages.MessagesFunctions;
import parley.rooms.RoomsFunctions;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The functions' own code, in several instances whose clocks are wrong by minutes. */
final class Functions {

  /** Authorize half a minute later, when a ticket has expired. */
  static final String LATE_AUTHORIZE = "Authorize, later";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Duration> CLOCKS =
      List.of(Duration.ZERO, Duration.ofMinutes(-7), Duration.ofMinutes(11));

  private final List<Map<String, Endpoint>> instances;
  private final Map<String, UnaryOperator<JsonNode>> events;

  Functions(
      Edge edge,
      DynamoDbClient dynamo,
      ApiGatewayManagementApiClient gateway,
      LambdaClient lambda) {
    var tables = edge.around(DynamoDbClient.class, dynamo, Fault.Site.DYNAMO);
    var sockets = edge.around(ApiGatewayManagementApiClient.class, gateway, Fault.Site.POST);
    var peers = edge.around(LambdaClient.class, lambda, Fault.Site.PEER);
    var now = Clock.systemUTC();
    var connections = new ConnectionsFunctions(Tables.VARIABLES, tables, peers, sockets, now);
    var later =
        new ConnectionsFunctions(
            Tables.VARIABLES, tables, peers, sockets, Clock.offset(now, Duration.ofSeconds(31)));
    events = new HashMap<>(connections.events());
    events.put(LATE_AUTHORIZE, later.events().get("Authorize"));
    instances =
        CLOCKS.stream()
            .map(
                wrong -> {
                  var all = new HashMap<>(connections.endpoints());
                  all.putAll(RoomsFunctions.of(Tables.VARIABLES, tables, peers));
                  var clock = Clock.offset(now, wrong);
                  all.putAll(MessagesFunctions.of(Tables.VARIABLES, tables, clock));
                  all.put("ReadProfile", new Endpoint(Profiles::known));
                  return Map.copyOf(all);
                })
            .toList();
  }

  /** The function of that name, in one of its instances. */
  Endpoint endpoint(String name, Plan plan) {
    return instances.get(plan.below(instances.size())).get(name);
  }

  /** Asks a function that takes an event; what it answers went over a wire. */
  JsonNode event(String name, JsonNode event) throws IOException {
    return JSON.readTree(JSON.writeValueAsBytes(events.get(name).apply(event)));
  }
}
