package parley.connections;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.UseCase;

/**
 * Each function's first work, done before its snapshot is taken: the whole way, within its own
 * permissions, for a user, a room and a connection "priming" that never exist. It leaves no trace.
 */
final class Rehearsal {

  private static final String CALLER = "{\"user\":\"priming\",\"connection\":\"priming\"}";

  private Rehearsal() {}

  static void issueTicket(ConnectionsWiring wiring) {
    serve(wiring.issueTicket(), "{}");
    wiring.tickets().rehearse();
  }

  static void authorize(ConnectionsWiring wiring) {
    var authorize = wiring.authorize();
    var event = Json.object().put("methodArn", "priming");
    event.putObject("headers").put("Origin", authorize.origin());
    event.putObject("queryStringParameters").put("ticket", "priming");
    Json.write(authorize.decide(Json.read(Json.write(event))));
  }

  static void connect(ConnectionsWiring wiring) {
    Json.write(Json.read("{\"caller\":%s}".formatted(CALLER)));
    wiring.connections(wiring.dynamo()).rehearse();
  }

  static void disconnect(ConnectionsWiring wiring) {
    serve(wiring.disconnect(), "{\"caller\":%s}".formatted(CALLER));
  }

  static void subscribe(ConnectionsWiring wiring) {
    var subscribe = wiring.subscribe();
    serve(subscribe, "{\"caller\":%s}".formatted(CALLER));
    var row = new Subscription("priming", new Connection("priming", "priming"));
    subscribe.subscriptions().activate(row, "priming");
    subscribe.memberships("priming", "priming", List.of("priming"));
  }

  static void deliver(ConnectionsWiring wiring) {
    var deliver = wiring.deliver();
    var result =
        deliver.deliver(
            Json.read(
                """
                {"Records": [{"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "NewImage": {
                  "room": {"S": "priming"}, "seq": {"N": "1"}, "kind": {"S": "membership"},
                  "change": {"S": "role"}, "user": {"S": "priming"}}}}]}"""));
    Json.write(result.answer());
    Metrics.line("priming", Instant.EPOCH, result);
    wiring.sockets().post("priming", new byte[0]);
  }

  static void deliverShare(ConnectionsWiring wiring) {
    serve(
        wiring.deliverShare(),
        """
        {"body": {"entries": [{"room": "priming", "json": "{}"}], "listeners": ["priming#priming"]}}""");
  }

  static void broadcast(ConnectionsWiring wiring) {
    var broadcast = wiring.broadcast();
    serve(
        broadcast,
        """
        {"body": {"room": "priming", "user": "priming", "connection": "priming", "kind": "priming",
          "every": 0, "most": 1}}""");
    var row = new Subscription("priming", new Connection("priming", "priming"));
    broadcast.subscriptions().show(row, "priming", Instant.EPOCH, Instant.EPOCH);
    wiring.sockets().post("priming", new byte[0]);
  }

  static void revoke(ConnectionsWiring wiring) {
    serve(wiring.revoke(), "{\"body\":{\"user\":\"priming\",\"room\":\"priming\"}}");
    wiring.sockets().close("priming");
  }

  private static void serve(UseCase useCase, String record) {
    var in = new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8));
    try {
      new Endpoint(useCase).serve(in, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
