package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.kernel.Endpoint;
import parley.kernel.Settings;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The service's functions in this JVM, wired as they are deployed, over clients of one's own. */
public final class ConnectionsFunctions extends ConnectionsWiring {

  private final DynamoDbClient dynamo;
  private final LambdaClient lambda;
  private final ApiGatewayManagementApiClient gateway;
  private final Clock clock;

  /** The functions with these variables. */
  public ConnectionsFunctions(
      Map<String, String> variables,
      DynamoDbClient dynamo,
      LambdaClient lambda,
      ApiGatewayManagementApiClient gateway,
      Clock clock) {
    super(new Settings(variables));
    this.dynamo = dynamo;
    this.lambda = lambda;
    this.gateway = gateway;
    this.clock = clock;
  }

  /** Each function that takes a record, by its name. */
  public Map<String, Endpoint> endpoints() {
    return Map.of(
        "IssueTicket", new Endpoint(issueTicket()),
        "Connect", new Endpoint(connect()),
        "Disconnect", new Endpoint(disconnect()),
        "Subscribe", new Endpoint(subscribe()),
        "DeliverShare", new Endpoint(deliverShare()),
        "Broadcast", new Endpoint(broadcast()),
        "Revoke", new Endpoint(revoke()));
  }

  /** Each function that takes an event of AWS's, by its name. */
  public Map<String, UnaryOperator<JsonNode>> events() {
    var deliver = deliver();
    var authorize = authorize();
    return Map.of(
        "Deliver", event -> deliver.deliver(event).answer(), "Authorize", authorize::decide);
  }

  @Override
  DynamoDbClient dynamo() {
    return dynamo;
  }

  @Override
  Clock time() {
    return clock;
  }

  @Override
  LambdaClient lambda() {
    return lambda;
  }

  @Override
  ApiGatewayManagementApiClient gateway() {
    return gateway;
  }
}
