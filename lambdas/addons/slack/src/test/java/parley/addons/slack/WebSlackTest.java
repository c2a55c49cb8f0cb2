package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

class WebSlackTest {

  private final FakeKeys keys = new FakeKeys();
  private final List<String> asked = new ArrayList<>();
  private final List<Http.Answer> answers = new ArrayList<>();
  private final WebSlack slack =
      new WebSlack(
          (address, headers, body) -> {
            asked.add(address + " " + headers.getOrDefault("Authorization", "") + " " + body);
            return answers.removeFirst();
          },
          "https://slack.example",
          "https://hooks.example",
          keys);

  @Test
  void aMethodIsCalledWithTheTokenAndAForm() {
    said(200, "{\"ok\":true,\"ts\":\"1.2\"}");

    assertThat(slack.call("chat.postMessage", Map.of("text", "é & <b>", "channel", "C1")))
        .isEqualTo(new Slack.Done(Json.object().put("ok", true).put("ts", "1.2")));
    assertThat(asked)
        .containsExactly(
            "https://slack.example/api/chat.postMessage Bearer secret"
                + " channel=C1&text=%C3%A9+%26+%3Cb%3E");
  }

  @Test
  void aRefusalIsTold() {
    said(200, "{\"ok\":false,\"error\":\"not_in_channel\"}");

    assertThat(slack.call("m", Map.of())).isEqualTo(new Slack.Refused("not_in_channel"));
  }

  @Test
  void howLongToWaitIsTold() {
    answers.add(new Http.Answer(429, "17", ""));
    answers.add(new Http.Answer(429, "soon", ""));
    said(200, "{\"ok\":false,\"error\":\"ratelimited\"}");

    assertThat(slack.call("m", Map.of())).isEqualTo(new Slack.Wait(Duration.ofSeconds(17)));
    assertThat(slack.call("m", Map.of())).isEqualTo(new Slack.Wait(Duration.ofSeconds(30)));
    assertThat(slack.call("m", Map.of())).isEqualTo(new Slack.Wait(Duration.ofSeconds(30)));
  }

  @Test
  void whatIsNoAnswerIsAFailure() {
    for (var body : List.of("", "<html>", "[]", "{}", "{\"ok\":\"true\"}", "null")) {
      said(200, body);
      assertThatThrownBy(() -> slack.call("m", Map.of())).as(body).hasMessageContaining("none");
    }
    for (var status : List.of(500, 502, 404, 302)) {
      said(status, "{\"ok\":true}");
      assertThatThrownBy(() -> slack.call("m", Map.of())).hasMessageContaining("" + status);
    }
  }

  @Test
  void whatSlackMayHaveDoneAllTheSameIsAFailureAndNoRefusal() {
    for (var error :
        List.of("internal_error", "fatal_error", "request_timeout", "service_unavailable")) {
      said(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
      assertThatThrownBy(() -> slack.call("m", Map.of())).hasMessageContaining(error);
    }
  }

  @Test
  void aTokenThatIsRefusedIsReadAnewOnce() {
    keys.current = "another";
    said(200, "{\"ok\":false,\"error\":\"token_revoked\"}");
    said(200, "{\"ok\":true}");
    assertThat(slack.call("m", Map.of())).isInstanceOf(Slack.Done.class);
    assertThat(asked.getLast()).contains("Bearer another");

    said(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
    said(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
    assertThat(slack.call("m", Map.of())).isEqualTo(new Slack.Refused("invalid_auth"));
  }

  @Test
  void withoutATokenNothingIsAsked() {
    keys.known = "";

    assertThatThrownBy(() -> slack.call("m", Map.of())).hasMessageContaining("no botToken");
    assertThat(asked).isEmpty();
  }

  @Test
  void aCommandIsAnsweredAtItsAddress() {
    said(200, "ok");
    said(200, "ok");
    slack.answer("https://hooks.example/commands/1", "hi", false);
    slack.answer("https://hooks.example/commands/1", "hi", true);

    assertThat(asked)
        .containsExactly(
            "https://hooks.example/commands/1  {\"response_type\":\"ephemeral\",\"text\":\"hi\"}",
            "https://hooks.example/commands/1  {\"response_type\":\"in_channel\",\"text\":\"hi\"}");
  }

  @Test
  void anAnswerGoesNowhereElse() {
    for (var address :
        List.of(
            "https://hooks.example.evil/1",
            "https://hooks.example@evil/1",
            "http://169.254.169.254/1?x#y")) {
      said(200, "ok");
      slack.answer(address, "hi", false);
      assertThat(asked.getLast()).startsWith("https://hooks.example/1 ");
    }
    for (var address : List.of("mailto:x", "no address", "")) {
      assertThatThrownBy(() -> slack.answer(address, "hi", false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void said(int status, String body) {
    answers.add(new Http.Answer(status, "", body));
  }
}
