package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;

/** Lambda's event of a DynamoDB stream, byte for byte as it comes. */
final class BatchTest {

  private static final String EVENT =
      """
      {"Records": [{
        "eventID": "c4ca4238a0b923820dcc509a6f75849b",
        "eventName": "INSERT",
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": "eu-west-1",
        "dynamodb": {
          "ApproximateCreationDateTime": 1772366400,
          "Keys": {"room": {"S": "r1"}, "seq": {"N": "1000"}},
          "NewImage": {
            "room": {"S": "r1"}, "seq": {"N": "1000"}, "messages": {"N": "940"}, "kind": {"S": "reaction"},
            "sender": {"S": "ada"}, "clientId": {"S": "6f1c2a52-9d0f-4c57-8a31-0d5a5b5b3f10"},
            "time": {"S": "2026-03-01T12:00:00.000Z"}, "target": {"N": "7"}, "emoji": {"S": "👍"},
            "on": {"BOOL": true}, "weight": {"N": "1.5"},
            "reactions": {"M": {}}, "nothing": {"NULL": true}, "list": {"L": [{"S": "a"}]}
          },
          "SequenceNumber": "4421584500000000017450439091",
          "SizeBytes": 210,
          "StreamViewType": "NEW_IMAGE"
        },
        "eventSourceARN": "arn:aws:dynamodb:eu-west-1:123456789012:table/Messages/stream/2026-03-01T00:00:00.000"
      }]}
      """;

  @Test
  void anInsertBecomesTheEntryAsClientsReadIt() {
    var batch = Batch.of(Json.read(EVENT));

    assertThat(batch.unreadable()).isEmpty();
    assertThat(batch.entries())
        .containsExactly(
            new Entry(
                "4421584500000000017450439091",
                "r1",
                "",
                """
                {"room":"r1","seq":1000,"messages":940,"kind":"reaction","sender":"ada",\
                "clientId":"6f1c2a52-9d0f-4c57-8a31-0d5a5b5b3f10","time":"2026-03-01T12:00:00.000Z",\
                "target":7,"emoji":"👍","on":true,"weight":1.5}"""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MODIFY", "REMOVE"})
  void whatIsNoInsertIsPassedOver(String change) {
    var batch = Batch.of(Json.read(EVENT.replace("INSERT", change)));

    assertThat(batch.entries()).isEmpty();
    assertThat(batch.unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"added", "joined", "role"})
  void whoeverWasGivenARoomIsANewcomer(String change) {
    assertThat(Batch.of(Json.read(membership(change))).entries())
        .extracting(Entry::newcomer)
        .containsExactly("zoe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed", "left"})
  void whoeverLostARoomIsNone(String change) {
    assertThat(Batch.of(Json.read(membership(change))).entries())
        .extracting(Entry::newcomer)
        .containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seq\": {\"N\": \"1000\"}, \"messages\"|\"seq\": {\"N\": \"0\"}, \"messages\"",
        "\"seq\": {\"N\": \"1000\"}, \"messages\"|\"seq\": {\"N\": \"x\"}, \"messages\"",
        "\"seq\": {\"N\": \"1000\"}, \"messages\"|\"seq\": {\"S\": \"1\"}, \"messages\"",
        "\"kind\": {\"S\": \"reaction\"}|\"kind\": {\"M\": {}}",
        "\"NewImage\"|\"OldImage\"",
        "\"room\": {\"S\": \"r1\"}, \"seq\": {\"N\": \"1000\"}, \"messages\"|\"seq\": {\"N\": \"1\"}, \"messages\""
      })
  void aRecordThatIsNoneOfALogIsNamed(String change) {
    var parts = change.split("\\|", -1);
    assertThat(EVENT).contains(parts[0]);

    var batch = Batch.of(Json.read(EVENT.replace(parts[0], parts[1])));

    assertThat(batch.entries()).isEmpty();
    assertThat(batch.unreadable()).contains("4421584500000000017450439091");
  }

  @Test
  void theLongestNumberOfDynamoIsKeptExact() {
    var batch = Batch.of(Json.read(EVENT.replace("\"N\": \"7\"", "\"N\": \"9007199254740991\"")));

    assertThat(batch.entries().getFirst().json()).contains("\"target\":9007199254740991,");
  }

  private static String membership(String change) {
    return EVENT
        .replace("{\"S\": \"reaction\"}", "{\"S\": \"membership\"}")
        .replace(
            "\"weight\": {\"N\": \"1.5\"}",
            "\"user\": {\"S\": \"zoe\"}, \"change\": {\"S\": \"%s\"}".formatted(change));
  }
}
