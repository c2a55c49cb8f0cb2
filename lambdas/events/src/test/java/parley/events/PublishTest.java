package parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.kernel.Json;

final class PublishTest {

  private final List<Event> published = new ArrayList<>();
  private int room = 1_000;

  @Test
  void anEntryIsAnEventWithItsTypeItsTimeAndAllThatItSays() {
    assertThat(publish(record(7, "message", "\"text\": {\"S\": \"it's\"}"))).isEmpty();

    var event = published.getFirst();
    assertThat(event.type()).isEqualTo("message.posted");
    assertThat(event.time()).isEqualTo("2026-11-24T08:00:00.123Z");
    assertThat(Json.read(event.detail()))
        .isEqualTo(
            Json.read(
                """
                {"version": 1, "room": "r", "seq": 7, "kind": "message",
                 "time": "2026-11-24T08:00:00.123Z", "text": "it's"}"""));
  }

  @ParameterizedTest
  @CsvSource({
    "edit,        '\"text\": {\"S\": \"x\"}',          message.edited",
    "deletion,    '\"target\": {\"N\": \"1\"}',        message.deleted",
    "reaction,    '\"on\": {\"BOOL\": true}',          reaction.added",
    "reaction,    '\"on\": {\"BOOL\": false}',         reaction.removed",
    "membership,  '\"change\": {\"S\": \"joined\"}',   member.joined",
    "membership,  '\"change\": {\"S\": \"removed\"}',  member.removed"
  })
  void everyKindHasItsType(String kind, String more, String type) {
    publish(record(1, kind, more));

    assertThat(published).extracting(Event::type).containsExactly(type);
  }

  @Test
  void aBatchIsPutInItsOrderTenAtATime() {
    assertThat(publish(records(25))).isEmpty();

    assertThat(published).hasSize(25);
    assertThat(published.getLast().detail()).contains("\"seq\":25");
  }

  @Test
  void whatTheBusDoesNotTakeIsToldFromThereOn() {
    room = 13;

    assertThat(publish(records(25))).isEqualTo("n14");
    assertThat(published).hasSize(13);
  }

  @Test
  void aRecordThatCannotBeReadStopsWhatFollowsAndNotWhatWasBefore() {
    var records = records(12);
    records[11] = records[11].replace("\"message\"", "\"poem\"");

    assertThat(publish(records)).isEqualTo("n12");
    assertThat(published).hasSize(11);
  }

  @Test
  void aChangeInPlaceIsNoEvent() {
    assertThat(publish(record(1, "message", "\"x\": {\"S\": \"\"}").replace("INSERT", "MODIFY")))
        .isEmpty();
    assertThat(published).isEmpty();
  }

  /** Where Lambda is to begin again; "" where all was published. */
  private String publish(String... records) {
    var answer = new Publish(this::put).publish(event(records)).answer();
    return answer.at("/batchItemFailures/0/itemIdentifier").asText();
  }

  private int put(List<Event> events) {
    assertThat(events).hasSizeLessThanOrEqualTo(Bus.MOST);
    var taken = Math.min(room, events.size());
    room -= taken;
    published.addAll(events.subList(0, taken));
    return taken;
  }

  private static JsonNode event(String... records) {
    return Json.read("{\"Records\": [%s]}".formatted(String.join(",", records)));
  }

  private static String[] records(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(seq -> record(seq, "message", "\"text\": {\"S\": \"t\"}"))
        .toArray(String[]::new);
  }

  private static String record(int seq, String kind, String more) {
    return """
        {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "n%1$d", "NewImage": {
          "room": {"S": "r"}, "seq": {"N": "%1$d"}, "kind": {"S": "%2$s"},
          "time": {"S": "2026-11-24T08:00:00.123Z"}, %3$s}}}"""
        .formatted(seq, kind, more);
  }
}
