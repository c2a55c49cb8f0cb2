package parley.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

final class FramesTest {

  @Test
  void oneFrameHoldsAllThatFits() {
    assertThat(texts(List.of(entry("{\"seq\":1}"), entry("{\"seq\":2}"))))
        .containsExactly("{\"type\":\"entries\",\"entries\":[{\"seq\":1},{\"seq\":2}]}");
  }

  @Test
  void noEntriesMakeNoFrame() {
    assertThat(Frames.of(List.of())).isEmpty();
  }

  @Test
  void framesOfManyByteTextStayWithinTheLimitAndKeepTheOrder() {
    var entries =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                seq ->
                    entry(Json.write(Json.object().put("seq", seq).put("text", "👍é".repeat(400)))))
            .toList();

    var frames = Frames.of(entries);

    assertThat(frames).hasSizeGreaterThan(1);
    assertThat(frames).allSatisfy(frame -> assertThat(frame.length).isLessThanOrEqualTo(32_768));
    assertThat(seqs(texts(entries)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
  }

  @Test
  void aFrameIsFilledToTheLastByteAndNotBeyond() {
    var rest = 32_768 - "{\"type\":\"entries\",\"entries\":[1,\"\"]}".length();

    assertThat(Frames.of(List.of(entry("1"), entry("\"%s\"".formatted("x".repeat(rest))))))
        .singleElement()
        .satisfies(frame -> assertThat(frame).hasSize(32_768));
    assertThat(Frames.of(List.of(entry("1"), entry("\"%s\"".formatted("x".repeat(rest + 1))))))
        .hasSize(2);
  }

  @Test
  void theLargestMessageFitsAFrame() {
    var message =
        Json.object()
            .put("room", "r".repeat(64))
            .put("seq", 9_007_199_254_740_991L)
            .put("sender", "s".repeat(64))
            .put("clientId", "c".repeat(64))
            .put("text", "👍".repeat(4_000));

    assertThat(Frames.of(List.of(entry(Json.write(message)))).getFirst().length).isLessThan(32_768);
  }

  private static Entry entry(String json) {
    return new Entry("", "r", "", json);
  }

  private static List<String> texts(List<Entry> entries) {
    return Frames.of(entries).stream().map(frame -> new String(frame, UTF_8)).toList();
  }

  private static List<Integer> seqs(List<String> frames) {
    var seqs = new ArrayList<Integer>();
    frames.forEach(
        frame -> Json.read(frame).path("entries").forEach(e -> seqs.add(e.path("seq").asInt())));
    return seqs;
  }
}
