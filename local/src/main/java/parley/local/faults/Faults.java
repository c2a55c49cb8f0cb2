package parley.local.faults;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.OwnHost;
import parley.local.Part;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.iam.Revocable;
import parley.local.lambda.Processes;
import parley.local.socket.Interference;
import parley.local.stream.Disturbance;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The fault interface's server, and what it disturbs the others with. */
public final class Faults implements Part {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private final Consumer<String> console;
  private final TurnedForward clock = new TurnedForward(Clock.systemUTC());
  private final Rules rules = new Rules();
  private final DisturbedSockets sockets = new DisturbedSockets(rules);
  private final DisturbedStreams streams = new DisturbedStreams(rules);
  private Sockets open = id -> false;
  private @Nullable Revocable grants;
  private List<AwsApi> apis = List.of();
  private @Nullable Undertow server;

  /** The open connections. */
  @FunctionalInterface
  public interface Sockets {

    /** Ends a connection without a close frame. False where there is none of that id. */
    boolean cut(String id);
  }

  /** Who makes a call. */
  @FunctionalInterface
  public interface Callers {

    /** The id of the invocation that makes it; "" where none does. */
    String invocation(AwsCall call);
  }

  /** A fault interface on this port. */
  public Faults(int port, Consumer<String> console) {
    this.port = port;
    this.console = console;
  }

  /** The time of everything that is to be turned with it. */
  public Clock clock() {
    return clock;
  }

  /** What disturbs connections. */
  public Interference interference() {
    return sockets;
  }

  /** What disturbs streams. */
  public Disturbance disturbance() {
    return streams;
  }

  /** These APIs, disturbed. To be called once, before the start. */
  public List<AwsApi> around(List<AwsApi> whole, Callers callers, Processes processes) {
    apis = List.copyOf(whole);
    return apis.stream()
        .<AwsApi>map(api -> new DisturbedApi(api, rules, callers::invocation, processes))
        .toList();
  }

  /** Says which connections are open, and who may do what. To be called once, before the start. */
  public void know(Sockets connections, Revocable granted) {
    open = connections;
    grants = granted;
  }

  @Override
  public List<ResourceType> types() {
    return List.of();
  }

  @Override
  public void start(Stack stack) {
    var keys = PartitionKeys.of(stack);
    streams.know(keys);
    var api =
        new FaultsApi(
            new RuleJson(Known.of(stack, apis, keys)),
            rules,
            sockets,
            open,
            Objects.requireNonNull(grants, "know() comes before the start"),
            clock,
            console);
    server = OwnHost.serve(port, threads, exchange -> serve(exchange, api));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    if (server != null) {
      server.stop();
    }
  }

  private static void serve(HttpServerExchange exchange, FaultsApi api) throws Exception {
    exchange.startBlocking();
    var headers = exchange.getRequestHeaders();
    var reply =
        api.answer(
            new FaultsApi.Asked(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                headers.contains(Headers.ORIGIN),
                String.valueOf(headers.getFirst(Headers.CONTENT_TYPE)),
                exchange.getInputStream().readAllBytes()));
    exchange.setStatusCode(reply.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getOutputStream().write((reply.body() + "\n").getBytes(StandardCharsets.UTF_8));
    exchange.endExchange();
  }
}
