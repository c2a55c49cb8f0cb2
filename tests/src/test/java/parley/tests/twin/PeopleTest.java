package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Profiles, and finding people. */
class PeopleTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person alan = Person.named(site, "alan");

  @Test
  void aProfileIsMadeFromTheNameThatOneSignedUpWith() {
    assertThat(ada.get("/profile").text("name")).isEqualTo("Ada Lovelace");
    assertThat(ada.get("/profile").text("color")).isNotEmpty();
  }

  @Test
  void aChangedProfileIsSeenByOthersAndFoundByItsNewName() {
    var changed = alan.send("PUT", "/profile", Map.of("name", "Alan M. Turing", "color", "teal"));

    assertThat(changed.status()).isEqualTo(200);
    var seen = ada.get("/profiles?users=%s,nobody".formatted(alan.id())).body().path("profiles");
    assertThat(seen).hasSize(1);
    assertThat(seen.path(0).path("name").asText()).isEqualTo("Alan M. Turing");
    assertThat(seen.path(0).path("color").asText()).isEqualTo("teal");
    assertThat(found("turi")).contains(alan.id());
    assertThat(found("M. TUR")).contains(alan.id());
    assertThat(found("uring")).doesNotContain(alan.id());
  }

  @Test
  void signingOutEverywhereClosesOnesSocketsAndNobodyElses() {
    try (var hers = ada.socket();
        var his = alan.socket()) {
      assertThat(alan.send("POST", "/sign-out", Map.of()).status()).isEqualTo(200);
      his.awaitClosed();
      hers.sendText("{\"action\":\"ping\"}");
      hers.await(frame -> frame.path("type").asText().equals("pong"));
    }
  }

  private Iterable<String> found(String query) {
    var answer = ada.get("/people?query=" + query.replace(" ", "%20"));
    assertThat(answer.status()).isEqualTo(200);
    return answer
        .body()
        .path("profiles")
        .valueStream()
        .map((JsonNode each) -> each.path("user").asText())
        .toList();
  }
}
