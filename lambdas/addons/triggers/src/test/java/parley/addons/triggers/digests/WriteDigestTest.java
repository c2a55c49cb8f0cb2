package parley.addons.triggers.digests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;

class WriteDigestTest {

  private final List<JsonNode> counted = new ArrayList<>();
  private final List<JsonNode> posted = new ArrayList<>();
  private Reply count = Reply.ok(Json.read("{\"messages\": 12, \"people\": 4, \"more\": false}"));
  private Reply post = Reply.created(Json.object());

  @Test
  void itTellsTheRoomHowMuchWasWrittenInADayOfItsZone() {
    assertThat(write("2026-11-28T08:00:00Z", "Europe/Berlin")).isEmpty();

    assertThat(counted)
        .containsExactly(
            Json.read(
                "{\"room\":\"r\",\"from\":\"2026-11-27T08:00:00Z\",\"until\":\"2026-11-28T08:00:00Z\"}"));
    assertThat(posted)
        .containsExactly(
            Json.read(
                """
                {"room":"r","app":"triggers","id":"digest-r-2026-11-28","from":"Daily digest",
                 "text":"Since this time yesterday: 12 messages from 4 people."}"""));
  }

  @Test
  void onTheDayOfAClockChangeItIsOfAnHourMoreOrLess() {
    write("2026-10-25T08:00:00Z", "Europe/Berlin");
    assertThat(counted.getFirst().path("from").asText()).isEqualTo("2026-10-24T07:00:00Z");
  }

  @Test
  void theDayIsThatOfTheZone() {
    write("2026-11-28T15:30:00Z", "Asia/Tokyo");
    assertThat(posted.getFirst().path("id").asText()).isEqualTo("digest-r-2026-11-29");
  }

  @Test
  void oneIsSaidAsOneAndTooManyAsMore() {
    count = Reply.ok(Json.read("{\"messages\": 1, \"people\": 1, \"more\": false}"));
    write("2026-11-28T08:00:00Z", "UTC");
    count = Reply.ok(Json.read("{\"messages\": 20000, \"people\": 90, \"more\": true}"));
    write("2026-11-29T08:00:00Z", "UTC");
    assertThat(posted)
        .extracting(message -> message.path("text").asText())
        .containsExactly(
            "Since this time yesterday: 1 message from 1 person.",
            "Since this time yesterday: more than 20000 messages from 90 people.");
  }

  @Test
  void whereNobodyWroteNothingIsSaid() {
    count = Reply.ok(Json.read("{\"messages\": 0, \"people\": 0, \"more\": false}"));
    assertThat(write("2026-11-28T08:00:00Z", "UTC")).isEmpty();
    assertThat(posted).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainButNotForARoomThatIsNotThere() {
    post = Reply.refused(new Refusal(429, "busy", "try again"));
    assertThat(write("2026-11-28T08:00:00Z", "UTC")).containsExactly("m");
    assertThat(write("today", "UTC")).containsExactly("m");
    assertThat(write("2026-11-28T08:00:00Z", "Nowhere")).containsExactly("m");
    post = Reply.refused(Refusal.notFound("room"));
    assertThat(write("2026-11-28T08:00:00Z", "UTC")).isEmpty();
  }

  private List<String> write(String time, String zone) {
    var batch = Json.object();
    batch
        .putArray("Records")
        .addObject()
        .put("messageId", "m")
        .put(
            "body", Json.write(Json.object().put("room", "r").put("zone", zone).put("time", time)));
    var write =
        new WriteDigest(
            request -> {
              counted.add(request.body());
              return count;
            },
            request -> {
              posted.add(request.body());
              return post;
            });
    return write
        .write(batch)
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").asText())
        .toList();
  }
}
