package parley.addons.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

final class ArchiveTest {

  private final Map<String, byte[]> objects = new TreeMap<>();
  private final Archive archive = new Archive(objects::put);

  @Test
  void aBatchIsOneObjectWithALineARecord() throws IOException {
    archive(record("7", "{\"id\": \"a\"}"), record("9", "{\n\"id\": \"b\"}"));

    assertThat(objects).containsOnlyKeys("2026/11/24/08/shardId-000000000001-7-9.jsonl.gz");
    assertThat(only()).isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
  }

  @Test
  void theSameBatchAgainReplacesIt() {
    archive(record("7", "{}"));
    archive(record("7", "{}"));

    assertThat(objects).hasSize(1);
  }

  @Test
  void whatIsNoJsonIsKeptAsItCame() throws IOException {
    archive(record("7", "not {json"), record("8", ""), record("9", "{}"));

    assertThat(only()).isEqualTo("{\"unreadable\":\"bm90IHtqc29u\"}\n{\"unreadable\":\"\"}\n{}\n");
  }

  @Test
  void whatFollowsAValueIsNotLostAndNumbersKeepTheirDigits() throws IOException {
    archive(record("7", "{}\n{}"), record("8", "{\"n\": 0.1234567890123456789}"));

    assertThat(only()).isEqualTo("{\"unreadable\":\"e30Ke30=\"}\n{\"n\":0.1234567890123456789}\n");
  }

  @Test
  void nothingMakesNoObject() {
    archive();

    assertThat(objects).isEmpty();
  }

  @Test
  void whatCannotBePutFailsTheBatch() {
    var broken =
        new Archive(
            (key, bytes) -> {
              throw new IllegalStateException("throttled");
            });

    assertThatThrownBy(() -> broken.archive(Archive.EXAMPLE)).hasMessage("throttled");
  }

  private void archive(String... records) {
    archive.archive(Json.read("{\"Records\": [%s]}".formatted(String.join(",", records))));
  }

  private static String record(String number, String text) {
    return """
        {"eventID": "shardId-000000000001:%s", "kinesis": {"sequenceNumber": "%s",
          "approximateArrivalTimestamp": 1795508000.123, "data": "%s"}}"""
        .formatted(number, number, Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  private String only() throws IOException {
    var bytes = objects.values().iterator().next();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
