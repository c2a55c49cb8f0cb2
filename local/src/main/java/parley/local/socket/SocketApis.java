package parley.local.socket;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import parley.local.Part;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.gateway.FunctionPermission;
import parley.local.iam.Access;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's WebSocket APIs, and the API by which functions reach connections. */
public final class SocketApis implements Part, AwsApi {

  private static final int ID_BYTES = 11;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final SecureRandom random = new SecureRandom();
  private final OpenConnections<Connection> connections = new OpenConnections<>();
  private final ConnectionsApi posts;
  private final SocketRouter router;
  private final Limits limits;
  private final Clock clock;
  private final Interference interference;
  private volatile Map<String, SocketApi> apis = Map.of();

  /** WebSocket APIs before these functions. */
  public SocketApis(
      Functions functions,
      FunctionPermission permission,
      Limits limits,
      Journal journal,
      Clock clock) {
    this(functions, permission, limits, journal, clock, Interference.NONE);
  }

  /** WebSocket APIs whose connections are disturbed. */
  public SocketApis(
      Functions functions,
      FunctionPermission permission,
      Limits limits,
      Journal journal,
      Clock clock,
      Interference interference) {
    this.interference = interference;
    var call = new SocketCall(functions, permission, executor, limits.integration());
    this.router = new SocketRouter(call, journal, clock);
    this.posts = new ConnectionsApi(connections, permission.names());
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public List<ResourceType> types() {
    return SocketTypes.all();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    try {
      read(stack);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void start(Stack stack) {
    apis = read(stack);
    posts.know(apis, limits.messageBytes());
    var unused = sweeper.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /** Whether there is an API of that id. */
  public boolean has(String apiId) {
    return apis.containsKey(apiId);
  }

  /**
   * Answers a handshake: the connection is open only when authorizer and {@code $connect} agreed.
   * Blocking; ends the exchange.
   */
  public void open(String apiId, Opening opening, HttpServerExchange exchange) throws Exception {
    var api = apis.get(apiId);
    var upgrade = exchange.getRequestHeaders().getFirst(Headers.UPGRADE);
    if (api == null || !api.stages().containsKey(opening.stage())) {
      refuse(exchange, 403, "{\"message\":\"Forbidden\"}");
      return;
    }
    if (!"websocket".equalsIgnoreCase(upgrade)) {
      refuse(exchange, 426, "{\"message\":\"Upgrade Required\"}");
      return;
    }
    var session = new Session(newId(), api, opening, clock.instant(), Map.of());
    switch (router.admit(session)) {
      case SocketRouter.Refusal(var status, var body) -> refuse(exchange, status, body);
      case SocketRouter.Admitted(var admitted) -> {
        connections.expect(admitted.id());
        WebSocketConnectionCallback opened = (request, channel) -> opened(admitted, channel);
        new WebSocketProtocolHandshakeHandler(opened).handleRequest(exchange);
      }
    }
  }

  @Override
  public String signingName() {
    return "execute-api";
  }

  @Override
  public List<String> operations() {
    return List.of("DeleteConnection", "GetConnection", "PostToConnection");
  }

  @Override
  public List<Access> accesses(AwsCall request) throws Unmapped {
    return posts.accesses(request);
  }

  @Override
  public AwsAnswer answer(AwsCall request) throws Exception {
    return posts.answer(request);
  }

  private static Map<String, SocketApi> read(Stack stack) {
    var read = new HashMap<String, SocketApi>();
    for (var api : stack.all(SocketTypes.API)) {
      var made = new SocketReader(stack, api).read();
      read.put(made.id(), made);
    }
    return Map.copyOf(read);
  }

  /** The connections that are open now. */
  public List<OpenSocket> openSockets() {
    return connections.all().stream().map(OpenSocket::of).toList();
  }

  /** Ends an open connection without a close frame. False where there is none of that id. */
  public boolean cut(String id) {
    var found = connections.find(id);
    found.ifPresent(Connection::vanish);
    return found.isPresent();
  }

  /** Closes the connections that were idle, or open, for too long. */
  void sweep() {
    var now = clock.instant();
    for (var connection : connections.all()) {
      var idle = Duration.between(connection.lastActive(), now).compareTo(limits.idle()) >= 0;
      var old =
          Duration.between(connection.session().connectedAt(), now).compareTo(limits.life()) >= 0;
      if (idle || old) {
        connection.close(CloseMessage.GOING_AWAY, "Going away");
      }
    }
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    connections.all().forEach(c -> c.close(CloseMessage.GOING_AWAY, "Going away"));
    executor.shutdownNow();
  }

  private void opened(Session session, WebSocketChannel channel) {
    var connection = new Connection(session, channel, clock, limits.unsentBytes(), interference);
    channel.addCloseTask(closed -> closed(connection, closed));
    channel.getReceiveSetter().set(new Frames(limits, text -> received(connection, text)));
    connections.add(session.id(), connection); // Last: whoever waits for it may end it at once.
    channel.resumeReceives();
  }

  private void received(Connection connection, String message) {
    connection.touch();
    switch (interference.from(connection.session().id())) {
      case PASSES -> answer(connection, message);
      case VANISHES, WAITS -> {}
      case CUT -> connection.vanish();
      case PASSES_THEN_CUT -> {
        connection.vanish();
        answer(connection, message);
      }
    }
  }

  private void answer(Connection connection, String message) {
    inBackground(() -> router.message(connection.session(), message).ifPresent(connection::send));
  }

  private void closed(Connection connection, WebSocketChannel channel) {
    var session = connection.session();
    connections.remove(session.id());
    if (!interference.isToldOfEnd(session.id())) {
      return;
    }
    var reason = channel.getCloseReason() == null ? "" : channel.getCloseReason();
    inBackground(() -> router.closed(session, channel.getCloseCode(), reason));
  }

  /** What comes while the twin stops is nobody's any more. */
  private void inBackground(Runnable task) {
    if (!executor.isShutdown()) {
      executor.execute(task);
    }
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static void refuse(HttpServerExchange exchange, int status, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(body);
  }
}
