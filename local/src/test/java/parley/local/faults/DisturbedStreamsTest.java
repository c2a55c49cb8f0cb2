package parley.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.local.stream.StreamRecord;

/** Streams whose records are handed over otherwise. */
class DisturbedStreamsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Two rooms in turn: the even ones and the odd ones. */
  private final List<StreamRecord> records =
      IntStream.range(0, 20).mapToObj(DisturbedStreamsTest::record).toList();

  private final Rules rules = new Rules();
  private final DisturbedStreams streams = new DisturbedStreams(rules);

  @BeforeEach
  void know() {
    streams.know(new PartitionKeys(Map.of("feed", "room")));
  }

  @Test
  void withoutARuleNothingIsDisturbed() throws Exception {
    assertThat(streams.arrange("feed", records)).containsExactly(records);
    assertThat(streams.arrange("feed", List.of())).isEmpty();
  }

  @Test
  void recordsAreRepeated() throws Exception {
    rule("{\"kind\": \"repeat\", \"mapping\": \"feed\"}");

    assertThat(streams.arrange("feed", records)).containsExactly(records, records);
  }

  @Test
  void recordsAreSplitInTheirOrder() throws Exception {
    rule("{\"kind\": \"split\", \"seed\": 3}");

    var portions = streams.arrange("feed", records);

    assertThat(portions).hasSizeGreaterThan(6);
    assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(records);
  }

  @Test
  void recordsAreReorderedButForThoseOfOnePartitionKey() throws Exception {
    rule("{\"kind\": \"reorder\", \"seed\": 3}");

    var order = streams.arrange("feed", records).getFirst();

    assertThat(order).isNotEqualTo(records).containsExactlyInAnyOrderElementsOf(records);
    assertThat(order.stream().filter(r -> number(r) % 2 == 0).map(DisturbedStreamsTest::number))
        .isSorted();
    assertThat(order.stream().filter(r -> number(r) % 2 == 1).map(DisturbedStreamsTest::number))
        .isSorted();
  }

  @Test
  void whereThePartitionKeyIsNotKnownNothingIsReordered() throws Exception {
    rule("{\"kind\": \"reorder\"}");

    assertThat(streams.arrange("another", records)).containsExactly(records);
  }

  @Test
  void recordsComeLate() throws Exception {
    rule("{\"kind\": \"late\", \"milliseconds\": 1}");

    assertThat(streams.arrange("feed", records)).containsExactly(records);
    assertThat(rules.injected()).isEqualTo(Map.of("late", 1L));
  }

  @Test
  void messagesOfQueuesAreRepeatedSplitAndReordered() throws Exception {
    assertThat(streams.arrangeMessages("feed", records)).containsExactly(records);

    rule("{\"kind\": \"repeat\", \"mapping\": \"feed\"}");
    assertThat(streams.arrangeMessages("feed", records)).containsExactly(records, records);

    rule("{\"kind\": \"split\", \"seed\": 3}");
    assertThat(streams.arrangeMessages("feed", records).stream().flatMap(List::stream))
        .containsExactlyElementsOf(records);

    rule("{\"kind\": \"reorder\", \"seed\": 3}");
    assertThat(streams.arrangeMessages("feed", records).getFirst())
        .isNotEqualTo(records)
        .containsExactlyInAnyOrderElementsOf(records);
  }

  private void rule(String rule) throws Exception {
    rules.add(new RuleJson(Map.of()).read(JSON.readTree(rule)));
  }

  private static int number(StreamRecord record) {
    return Integer.parseInt(record.sequence());
  }

  private static StreamRecord record(int number) {
    var json = JSON.createObjectNode();
    json.withObject("/dynamodb/Keys/room").put("S", number % 2 == 0 ? "even" : "odd");
    json.withObject("/dynamodb/Keys/seq").put("N", Integer.toString(number));
    return new StreamRecord(Integer.toString(number), Instant.EPOCH, json);
  }
}
