package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.CLOCK;
import static parley.connections.Fixtures.backoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.kernel.Json;
import parley.kernel.Peer;

/** A batch of the log's stream, and everything that delivering it touches. */
abstract class DeliverCase {

  static final Connection ZOE = new Connection("zoe", "Z1=");

  final FakeSubscriptions subscriptions = new FakeSubscriptions();
  final FakeConnections connections = new FakeConnections();
  final FakeSockets sockets = new FakeSockets();
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final ArrayNode records = Json.MAPPER.createArrayNode();
  final Fanout fanout =
      new Fanout(
          new PersistentSockets(sockets, backoff(pauses)), subscriptions, connections, CLOCK);

  Deliver.Result deliver() {
    return deliver(
        request -> {
          throw new AssertionError("a small room is not shared out");
        });
  }

  Deliver.Result deliver(Peer share) {
    JsonNode event = Json.object().set("Records", records);
    return new Deliver(new Audiences(subscriptions, connections), fanout, share).deliver(event);
  }

  DeliverCase message(String room, int seq) {
    return message(room, seq, "hi");
  }

  DeliverCase message(String room, int seq, String text) {
    return record(
        """
        {"room": {"S": "%s"}, "seq": {"N": "%d"}, "kind": {"S": "message"}, "text": {"S": "%s"}}"""
            .formatted(room, seq, text));
  }

  DeliverCase membership(String room, int seq, String change, String user) {
    return record(
        """
        {"room": {"S": "%s"}, "seq": {"N": "%d"}, "kind": {"S": "membership"}, "change": {"S": "%s"},
         "user": {"S": "%s"}}"""
            .formatted(room, seq, change, user));
  }

  DeliverCase record(String image) {
    records.add(
        Json.read(
            """
            {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "n%d", "NewImage": %s}}"""
                .formatted(records.size() + 1, image)));
    return this;
  }

  /** For each frame the rooms and numbers of its entries. */
  List<String> heard(String connection) {
    return sockets.frames(connection).stream().map(DeliverCase::summary).toList();
  }

  static String summary(String frame) {
    var tree = Json.read(frame);
    assertThat(tree.path("type").asText()).isEqualTo("entries");
    return String.join(
        " ",
        tree.path("entries")
            .valueStream()
            .map(entry -> entry.path("room").asText() + entry.path("seq").asText())
            .toList());
  }
}
