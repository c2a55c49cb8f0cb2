package parley.addons.dice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;

class RollTest {

  private final List<JsonNode> written = new ArrayList<>();
  private Reply reply = Reply.created(Json.object());

  @Test
  void whoeverAsksIsAnsweredInTheRoomAndOnceByTheMessagesOwnId() {
    roll("!roll 2d6", "");

    assertThat(written).hasSize(1);
    assertThat(written.getFirst().path("room").asText()).isEqualTo("r1");
    assertThat(written.getFirst().path("id").asText()).isEqualTo("r1-7");
    assertThat(written.getFirst().path("text").asText()).matches("[1-6] \\+ [1-6] = [0-9]+");
  }

  @Test
  void nothingElseIsAnswered() {
    roll("hello", "");
    roll("!roll 0d6", "");
    roll("!roll 2d6", ", \"app\": \"slack\"");

    assertThat(written).isEmpty();
  }

  @Test
  void whatCannotBeWrittenNowIsTriedAgain() {
    reply = Reply.refused(Refusal.forbidden("not now"));

    assertThatThrownBy(() -> roll("!roll 1d6", "")).hasMessageContaining("403");
  }

  private void roll(String text, String more) {
    new Roll(
            request -> {
              written.add(Json.tree(request.body()));
              return reply;
            },
            5,
            new Random(1))
        .on(
            "{\"detail\": {\"room\": \"r1\", \"seq\": 7, \"text\": \"%s\"%s}}".formatted(text, more),
            Instant.MAX);
  }
}
