package parley.tests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.tests.history.Entry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** All of a stack in this JVM: its tables, functions, sockets and stream. For many threads. */
public final class Cloud implements AutoCloseable {

  static final String ORIGIN = "https://chat.example.org";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final long seed;
  private final int perMille;
  private final Toll toll = new Toll();
  private final DynamoDbClient tables;
  private final Gateway gateway = new Gateway();
  private final Functions functions;
  private final Stream stream;
  private final AtomicLong connections = new AtomicLong();
  private final ConcurrentLinkedQueue<Throwable> surprises = new ConcurrentLinkedQueue<>();

  /**
   * An empty one.
   *
   * @param tables a DynamoDB without these tables
   * @param perMille how many of 1,000 invocations have a fault
   */
  public Cloud(long seed, int perMille, Flaw flaw, DynamoDbClient tables) {
    this.seed = seed;
    this.perMille = perMille;
    this.tables = tables;
    Tables.create(tables);
    stream = new Stream(this);
    functions = new Functions(new Edge(toll, flaw), tapped(), gateway, new Peers(this));
  }

  /** The faults that happened. */
  public Toll toll() {
    return toll;
  }

  long seed() {
    return seed;
  }

  /** How many of 1,000 invocations have a fault. */
  public int perMille() {
    return perMille;
  }

  /** What an invocation's faults are. */
  public Plan plan(SplittableRandom random) {
    return toll.isOver() ? Plan.none() : Plan.by(random, perMille);
  }

  /** Asks a function over REST; null where it gave no answer. */
  public @Nullable JsonNode rest(String user, String function, ObjectNode body, Plan plan) {
    return record(user, "", function, body, plan);
  }

  /** Sends a frame to a function; null where it gave no answer, or the socket is no more. */
  public @Nullable JsonNode frame(Line line, String function, ObjectNode body, Plan plan) {
    return line.state() == Line.State.OPEN || line.state() == Line.State.STALLED
        ? record(line.user(), line.id(), function, body, plan)
        : null;
  }

  /** Opens a socket with a ticket; null where it does not open. */
  public @Nullable Line open(String user, String ticket, Consumer<byte[]> client, Plan plan) {
    if (!admits(user, ticket, "Authorize", plan)) {
      return null;
    }
    var line = new Line(user, "connection-" + connections.incrementAndGet(), client);
    var answer = record(user, line.id(), "Connect", JSON.createObjectNode(), plan);
    if (answer == null || answer.path("status").asInt() != 200) {
      return null;
    }
    gateway.open(line);
    return line;
  }

  /** Whether a ticket would open a socket half a minute from now; it is used up by the asking. */
  public boolean admitsLate(String user, String ticket) {
    return admits(user, ticket, Functions.LATE_AUTHORIZE, Plan.none());
  }

  private boolean admits(String user, String ticket, String function, Plan plan) {
    var event = JSON.createObjectNode().put("methodArn", "arn:connect");
    event.putObject("headers").put("Origin", ORIGIN);
    event.putObject("queryStringParameters").put("ticket", ticket);
    var policy = event(function, event, plan);
    return policy != null && policy.at("/context/user").asText().equals(user);
  }

  /** A socket is cut; nobody is told. */
  public void cut(Line line) {
    gateway.forget(line);
    line.close();
  }

  /** Tells the functions that a socket was closed; once, whatever comes of it. */
  public void disconnected(Line line, Plan plan) {
    var _ = record(line.user(), line.id(), "Disconnect", JSON.createObjectNode(), plan);
  }

  /** Waits until the stream has handed over all. */
  public void drain() throws InterruptedException {
    stream.drain();
  }

  /** A room's log as its table has it. */
  public List<Entry> log(String room) {
    return Tables.log(tables, room).stream().map(Stored::entry).toList();
  }

  /** What went wrong that is no fault; a run with any proves nothing. */
  public List<Throwable> surprises() {
    return List.copyOf(surprises);
  }

  /** Forgets the sockets: what a function registers for its snapshot holds its clients for ever. */
  @Override
  public void close() throws InterruptedException {
    stream.close();
    gateway.close();
  }

  /** Asks a function that takes an event; null where it failed. */
  @Nullable JsonNode event(String function, JsonNode event, Plan plan) {
    return run(function, plan, () -> functions.event(function, event));
  }

  /** Asks a function as another one does. */
  @Nullable String ask(String function, String record, Plan plan) {
    return run(
        function,
        plan,
        () -> {
          var out = new ByteArrayOutputStream();
          var in = new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8));
          functions.endpoint(function, plan).serve(in, out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }

  private @Nullable JsonNode record(
      String user, String connection, String function, ObjectNode body, Plan plan) {
    var record = JSON.createObjectNode().put("requestId", "");
    record.putObject("caller").put("user", user).put("name", user).put("connection", connection);
    record.set("body", body);
    var answer = ask(function, record.toString(), plan);
    try {
      return answer == null ? null : JSON.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> @Nullable T run(String function, Plan plan, Invocation.Work<T> work) {
    try {
      return Invocation.run(function, plan, toll, work);
    } catch (Killed e) {
      return null;
    } catch (Exception e) {
      if (Surprise.is(e)) {
        surprises.add(e);
      }
      return null;
    }
  }

  private DynamoDbClient tapped() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) ->
                arguments != null && arguments[0] instanceof PutItemRequest put
                    ? Tap.put(tables, put, stream::add)
                    : Edge.call(tables, method, arguments));
  }
}
