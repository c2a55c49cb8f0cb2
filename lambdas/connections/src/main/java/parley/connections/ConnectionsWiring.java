package parley.connections;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import parley.kernel.Aws;
import parley.kernel.Ids;
import parley.kernel.LambdaPeer;
import parley.kernel.Peer;
import parley.kernel.Priming;
import parley.kernel.Settings;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Builds this service's functions from their environment: the one place that reads it. Each
 * function gets the clients that it uses and needs only the variables that it reads. Open only to
 * this package.
 */
public class ConnectionsWiring {

  /** The variable that names the table of connections. */
  public static final String CONNECTIONS_TABLE = "CONNECTIONS_TABLE";

  /** The variable that names the table of subscriptions. */
  public static final String SUBSCRIPTIONS_TABLE = "SUBSCRIPTIONS_TABLE";

  /** The variable that names the table of tickets. */
  public static final String TICKETS_TABLE = "TICKETS_TABLE";

  /**
   * The variable with the address of the socket API's stage, such as {@code
   * https://ID.execute-api.REGION.amazonaws.com/ws}.
   */
  public static final String SOCKET_ENDPOINT = "SOCKET_ENDPOINT";

  /** The variable with the site's origin as browsers send it, such as {@code https://chat.org}. */
  public static final String SITE_ORIGIN = "SITE_ORIGIN";

  /** The variable with the ARN of the alias of {@code rooms.FindMembership}. */
  public static final String FIND_MEMBERSHIP_FUNCTION = "FIND_MEMBERSHIP_FUNCTION";

  /** The variable with the ARN of the alias of {@code connections.DeliverShare}. */
  public static final String DELIVER_SHARE_FUNCTION = "DELIVER_SHARE_FUNCTION";

  /** Subscriptions' index, keys alone: partition key {@code connection}, sort key {@code room}. */
  public static final String BY_CONNECTION = "ByConnection";

  private final Settings settings;
  private final Backoff backoff = Backoff.ofProcess();

  ConnectionsWiring(Settings settings) {
    this.settings = settings;
  }

  /**
   * A function's service, wired, with its first work registered to be done before the snapshot.
   * That work gets a wiring of its own, so that it leaves nothing behind in the function's.
   */
  static <S> S primed(Function<ConnectionsWiring, S> service, Consumer<ConnectionsWiring> work) {
    Priming.with(() -> work.accept(new ConnectionsWiring(Settings.ofProcess())), Aws::disconnect);
    return service.apply(new ConnectionsWiring(Settings.ofProcess()));
  }

  /** The time, for the line of metrics that a batch leaves. */
  static Clock clock() {
    return Clock.systemUTC();
  }

  IssueTicket issueTicket() {
    return new IssueTicket(tickets(), Ids.random(), time());
  }

  Authorize authorize() {
    return new Authorize(tickets(), settings.get(SITE_ORIGIN), time());
  }

  Connect connect() {
    return new Connect(connections(dynamo()), time());
  }

  Disconnect disconnect() {
    var dynamo = dynamo();
    return new Disconnect(connections(dynamo), subscriptions(dynamo));
  }

  Subscribe subscribe() {
    return new Subscribe(
        subscriptions(dynamo()), peer(FIND_MEMBERSHIP_FUNCTION), Ids.random(), time());
  }

  Deliver deliver() {
    var dynamo = dynamo();
    return new Deliver(
        new Audiences(subscriptions(dynamo), connections(dynamo)),
        fanout(dynamo),
        peer(DELIVER_SHARE_FUNCTION));
  }

  DeliverShare deliverShare() {
    return new DeliverShare(fanout(dynamo()));
  }

  Broadcast broadcast() {
    var dynamo = dynamo();
    // What is late is of no use: a busy socket is not tried again.
    var once =
        new Fanout(
            new ApiGatewaySockets(gateway()), subscriptions(dynamo), connections(dynamo), time());
    return new Broadcast(subscriptions(dynamo), once, time());
  }

  Revoke revoke() {
    var dynamo = dynamo();
    return new Revoke(connections(dynamo), subscriptions(dynamo), sockets());
  }

  DynamoTickets tickets() {
    return new DynamoTickets(dynamo(), settings.get(TICKETS_TABLE));
  }

  DynamoConnections connections(DynamoDbClient dynamo) {
    return new DynamoConnections(dynamo, settings.get(CONNECTIONS_TABLE));
  }

  DynamoSubscriptions subscriptions(DynamoDbClient dynamo) {
    return new DynamoSubscriptions(dynamo, settings.get(SUBSCRIPTIONS_TABLE), backoff);
  }

  Sockets sockets() {
    return new PersistentSockets(new ApiGatewaySockets(gateway()), backoff);
  }

  ApiGatewayManagementApiClient gateway() {
    return ApiGatewaySockets.client(URI.create(settings.get(SOCKET_ENDPOINT)))
        .httpClient(Aws.http())
        .credentialsProvider(Aws.credentials())
        .build();
  }

  LambdaClient lambda() {
    return Aws.lambda();
  }

  DynamoDbClient dynamo() {
    return Aws.dynamo();
  }

  Clock time() {
    return clock();
  }

  private Fanout fanout(DynamoDbClient dynamo) {
    return new Fanout(sockets(), subscriptions(dynamo), connections(dynamo), time());
  }

  private Peer peer(String variable) {
    return new LambdaPeer(lambda(), settings.get(variable));
  }
}
