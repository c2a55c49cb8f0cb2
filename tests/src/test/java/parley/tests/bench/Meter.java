package parley.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import parley.local.dynamo.DynamoProcess;
import parley.tests.dynamo.DynamoLocal;

/**
 * Stands in for AWS before a function and counts: passes DynamoDB's calls on to DynamoDB Local, and
 * answers what is sent to connections and to other functions itself.
 */
final class Meter implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATIONS = "DynamoDB_20120810.";

  /** What other functions answer: enough for each that asks. */
  private static final String PEERS_REPLY =
      """
      {"requestId": "", "status": 200, "body": {
        "rooms": ["bench"], "seq": 1, "messages": 0, "user": "user-0", "name": "Bench", "color": "red",
        "profiles": [{"user": "user-0", "name": "Bench", "color": "red"}]}}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private Count count = Count.NOTHING;

  /**
   * What was counted.
   *
   * @param reads read units
   * @param writes write units
   * @param puts calls of PutItem, whether they wrote or not
   * @param calls calls of DynamoDB
   * @param frames posts to connections
   */
  record Count(double reads, double writes, int puts, int calls, int frames) {

    static final Count NOTHING = new Count(0, 0, 0, 0, 0);

    Count plus(Count other) {
      return new Count(
          reads + other.reads,
          writes + other.writes,
          puts + other.puts,
          calls + other.calls,
          frames + other.frames);
    }
  }

  private Meter(HttpServer server) {
    this.server = server;
  }

  /** One on loopback, before a DynamoDB Local with these tables, empty. */
  static Meter with(Iterable<ObjectNode> tables) throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    var meter = new Meter(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", meter::serve);
    server.start();
    for (var table : tables) {
      meter.call("DeleteTable", JSON.createObjectNode().set("TableName", table.path("TableName")));
      meter.call("CreateTable", table);
    }
    return meter;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Calls DynamoDB without counting it. */
  JsonNode call(String operation, JsonNode input) throws IOException, InterruptedException {
    return JSON.readTree(send(OPERATIONS + operation, input).body());
  }

  /** What was counted since it was last asked. */
  synchronized Count take() {
    var taken = count;
    count = Count.NOTHING;
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (target != null) {
        passOn(exchange, target, (ObjectNode) JSON.readTree(body));
      } else if (exchange.getRequestURI().getPath().contains("/@connections/")) {
        add(new Count(0, 0, 0, 0, 1));
        answer(exchange, 200, "application/json", new byte[0]);
      } else {
        answer(exchange, 200, "application/json", PEERS_REPLY.getBytes());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void passOn(HttpExchange exchange, String target, ObjectNode input)
      throws IOException, InterruptedException {
    var response = send(target, input.put("ReturnConsumedCapacity", "TOTAL"));
    add(count(target.replace(OPERATIONS, ""), JSON.readTree(response.body())));
    answer(exchange, response.statusCode(), "application/x-amz-json-1.0", response.body());
  }

  private HttpResponse<byte[]> send(String target, JsonNode input)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(DynamoLocal.endpoint())
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header(DynamoProcess.KEY_HEADER, DynamoLocal.key())
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(input)))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static Count count(String operation, JsonNode output) {
    var consumed = output.path("ConsumedCapacity");
    var units =
        consumed.isArray()
            ? consumed.valueStream().mapToDouble(c -> c.path("CapacityUnits").asDouble()).sum()
            : consumed.path("CapacityUnits").asDouble();
    return switch (operation) {
      case "GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems" ->
          new Count(units, 0, 0, 1, 0);
      case "PutItem" -> new Count(0, units, 1, 1, 0);
      default -> new Count(0, units, 0, 1, 0);
    };
  }

  private synchronized void add(Count more) {
    count = count.plus(more);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
