package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;

final class CountMessagesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryLog log = new MemoryLog();
  private long seq;

  @Test
  void whatPeopleWroteInTheTimeIsCounted() {
    add(NOON.minusSeconds(1), "ada", new Body.Message("before"), null);
    add(NOON, "ada", new Body.Message("first"), null);
    add(NOON.plusSeconds(1), "ada", new Body.Message("again"), null);
    add(NOON.plusSeconds(2), "bob", new Body.Message("too"), null);
    add(NOON.plusSeconds(60), "carol", new Body.Message("after"), null);
    assertThat(count().body())
        .isEqualTo(Json.read("{\"messages\": 3, \"people\": 2, \"more\": false}"));
  }

  @Test
  void whatIsNoMessageOfAPersonIsNot() {
    add(NOON, "ada", new Body.Membership("ada", "joined", "owner"), null);
    add(NOON, "ada", new Body.Message("gone"), null);
    add(NOON, "ada", new Body.Deletion(2), null);
    log.amend(log.find("r", 3).orElseThrow());
    add(NOON, "app-sms", new Body.Message("by itself"), new Origin("sms", "", ""));
    add(NOON, "bob", new Body.Message("through it"), new Origin("sms", "", ""));
    assertThat(count().body())
        .isEqualTo(Json.read("{\"messages\": 1, \"people\": 1, \"more\": false}"));
  }

  @Test
  void aLongTimeIsReadPageByPage() {
    log.largestPage = 3;
    for (var i = 0; i < 20; i++) {
      add(NOON.plusSeconds(i), "ada", new Body.Message("text"), null);
    }
    assertThat(Json.tree(count().body()).path("messages").asInt()).isEqualTo(20);
  }

  @Test
  void whatCannotBeATimeIsRefused() {
    var reply = count("{\"room\": \"r\", \"from\": \"today\", \"until\": \"2026-03-01\"}");
    assertThat(reply.status()).isEqualTo(400);
  }

  private Reply count() {
    return count(
        "{\"room\": \"r\", \"from\": \"%s\", \"until\": \"%s\"}"
            .formatted(NOON, NOON.plusSeconds(60)));
  }

  private Reply count(String body) {
    return new CountMessages(log).handle(Request.inside("q", Json.read(body)));
  }

  private void add(
      Instant time, String sender, Body body, @org.jspecify.annotations.Nullable Origin origin) {
    seq++;
    log.add(new Entry("r", seq, seq, sender, "c" + seq, time, body, origin));
  }
}
