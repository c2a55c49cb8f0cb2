package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.tests.history.Body;
import parley.tests.history.Client;
import parley.tests.history.Event;
import parley.tests.twin.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Nothing is too long ago to be asked for. */
@Timeout(600)
class OfflineTest {

  private static final int MISSED = Integer.getInteger("faults.missed", 10_000);
  private static final int MEMBERSHIPS = 2;

  private final OwnTwin twin = DisturbedTwin.running();

  @Test
  void whatOneMissedWhileOfflineComesCompleteAndInOrderThoughTheTwinWasKilledMeanwhile()
      throws InterruptedException {
    try (var company = new Company(twin.site(), 2)) {
      var writer = company.person(0);
      var room = company.room(writer, List.of(company.person(1)));
      var device = company.device(company.person(1), List.of(room));

      var half = MEMBERSHIPS + MISSED / 2;
      fill(company, room, MEMBERSHIPS + 1, half);
      twin.kill();
      twin.start();
      fill(company, room, half + 1, MEMBERSHIPS + MISSED);
      device.online().line();

      assertThat(device.reader().last(room)).isEqualTo(MEMBERSHIPS + MISSED);
      assertThat(company.atRest()).isEmpty();
    }
  }

  /** As SendMessage leaves them, but many at once. */
  private void fill(Company company, String room, long from, long to) {
    var client = new Client(company.id(company.person(0)), "bulk");
    var tables = Tables.of(twin.site(), twin.data().resolve("aws/credentials"));
    tables.putAll(
        "Messages",
        LongStream.rangeClosed(from, to)
            .mapToObj(seq -> item(company, client, room, seq))
            .toList());
  }

  private static Map<String, AttributeValue> item(
      Company company, Client client, String room, long seq) {
    var clientId = UUID.randomUUID().toString();
    var text = "message %d".formatted(seq);
    company.history().note(new Event.Sent(client, room, clientId, seq - 1, new Body.Message(text)));
    company.history().note(new Event.Acked(client, room, clientId, seq, seq - MEMBERSHIPS));
    var item = new HashMap<String, AttributeValue>();
    item.put("room", AttributeValue.fromS(room));
    item.put("seq", AttributeValue.fromN(Long.toString(seq)));
    item.put("messages", AttributeValue.fromN(Long.toString(seq - MEMBERSHIPS)));
    item.put("kind", AttributeValue.fromS("message"));
    item.put("sender", AttributeValue.fromS(client.user()));
    item.put("clientId", AttributeValue.fromS(clientId));
    item.put("time", AttributeValue.fromS(Instant.now().toString()));
    item.put("text", AttributeValue.fromS(text));
    return item;
  }
}
