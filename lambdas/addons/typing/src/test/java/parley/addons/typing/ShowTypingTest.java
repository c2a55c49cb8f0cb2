package parley.addons.typing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

final class ShowTypingTest {

  private final List<Request> asked = new ArrayList<>();
  private Reply answer = Reply.ok(Json.object().put("shown", true));

  @Test
  void theRoomIsShownWhoIsTypingOnWhichSocket() {
    assertThat(typing("{\"room\":\"r\",\"user\":\"ben\"}")).isEqualTo(answer);

    assertThat(asked)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.caller()).isEqualTo(Caller.inside());
              assertThat(Json.write(request.body()))
                  .isEqualTo(
                      "{\"room\":\"r\",\"user\":\"ada\",\"connection\":\"A1=\",\"kind\":\"typing\","
                          + "\"every\":2000,\"most\":50}");
            });
  }

  @Test
  void aRefusalIsHandedOn() {
    answer = Reply.refused(Refusal.notFound("room"));

    assertThat(typing("{\"room\":\"r\"}")).isEqualTo(answer);
  }

  @Test
  void aFailureIsNotWorthOne() {
    var showTyping =
        new ShowTyping(
            request -> {
              throw new IllegalStateException("throttled");
            },
            50);

    var reply = showTyping.handle(typingIn("{\"room\":\"r\"}"));

    assertThat(Json.write(reply.body())).isEqualTo("{\"shown\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"room\":\"a b\"}", "{\"room\":[\"r\"]}"})
  void whatNamesNoRoomIsRefused(String body) {
    assertThat(typing(body).status()).isEqualTo(400);
    assertThat(asked).isEmpty();
  }

  private Reply typing(String body) {
    var showTyping =
        new ShowTyping(
            request -> {
              asked.add(request);
              return answer;
            },
            50);
    return showTyping.handle(typingIn(body));
  }

  private static Request typingIn(String body) {
    return new Request(
        "7", new Caller("ada", "Ada", "A1="), Json.object(), (ObjectNode) Json.read(body));
  }
}
