package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntryJsonTest {

  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00.000Z");

  @Test
  void aMessageHasItsTextAndWhatWasDoneToIt() {
    var message =
        new Body.Message(
            "hi \"you\"",
            new Body.Edited(9, TIME),
            null,
            List.of(
                new Body.Mark("❤️", "eve", 7, false),
                new Body.Mark("👍", "bob", 8, true),
                new Body.Mark("👍", "eve", 10, true)));
    assertThat(json(message))
        .isEqualTo(
            """
            {"room":"r","seq":6,"messages":4,"kind":"message","sender":"ada","clientId":"c",\
            "time":"2026-03-01T10:00:00.000Z","text":"hi \\"you\\"",\
            "edited":{"seq":9,"time":"2026-03-01T10:00:00.000Z"},\
            "reactions":{"👍":["bob","eve"]}}""");
  }

  @Test
  void aDeletedMessageHasNothingButThatItIsGone() {
    var message =
        new Body.Message(
            "",
            null,
            new Body.Deleted(9, TIME, "bob"),
            List.of(new Body.Mark("👍", "bob", 8, true)));
    assertThat(json(message))
        .endsWith(
            """
            "time":"2026-03-01T10:00:00.000Z",\
            "deleted":{"seq":9,"time":"2026-03-01T10:00:00.000Z","by":"bob"}}""");
  }

  @Test
  void whatCameThroughAnAddOnSaysSo() {
    var origin = new Origin("relay", "Grace", "{\"a\":\"b\"}");
    var entry = new Entry("r", 6, 4, "app-relay", "c", TIME, new Body.Message("hi"), origin);
    assertThat(EntryJson.of(entry).toString())
        .endsWith(
            """
            "app":"relay","from":"Grace","data":"{\\"a\\":\\"b\\"}","text":"hi"}""");
  }

  @Test
  void theOtherKindsHaveTheirMembers() {
    assertThat(json(new Body.Edit(3, "ho")))
        .contains("\"kind\":\"edit\"")
        .endsWith("\"target\":3,\"text\":\"ho\"}");
    assertThat(json(new Body.Deletion(3)))
        .contains("\"kind\":\"deletion\"")
        .endsWith("\"target\":3}");
    assertThat(json(new Body.Reaction(3, "👍", false)))
        .contains("\"kind\":\"reaction\"")
        .endsWith("\"target\":3,\"emoji\":\"👍\",\"on\":false}");
    assertThat(json(new Body.Membership("bob", "added", "owner")))
        .contains("\"kind\":\"membership\"")
        .endsWith("\"user\":\"bob\",\"change\":\"added\",\"role\":\"owner\"}");
  }

  private static String json(Body body) {
    return EntryJson.of(new Entry("r", 6, 4, "ada", "c", TIME, body)).toString();
  }
}
