package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import parley.kernel.Json;

/**
 * Slack's Web API over HTTP.
 *
 * @param origin where it is
 * @param hooks where answers to commands go, whatever host their addresses name
 */
record WebSlack(Http http, String origin, String hooks, Keys keys) implements Slack {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json; charset=utf-8";

  /** Where Slack says that it is busy and not for how long. */
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  /** Slack's words for a token that it does not take (any more). */
  private static final Set<String> TOKEN_REFUSED =
      Set.of("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive");

  /** Of these Slack says that some of it may have been done, or not that nothing was. */
  private static final Set<String> UNKNOWN =
      Set.of("internal_error", "fatal_error", "request_timeout", "service_unavailable");

  @Override
  public Answer call(String method, Map<String, String> arguments) {
    var answer = call(method, arguments, keys.botToken());
    return answer instanceof Refused(var error) && TOKEN_REFUSED.contains(error)
        ? call(method, arguments, keys.freshBotToken())
        : answer;
  }

  @Override
  public void answer(String address, String text, boolean everybody) {
    var body =
        Json.object()
            .put("response_type", everybody ? "in_channel" : "ephemeral")
            .put("text", text);
    var path = URI.create(address).getRawPath();
    if (path == null || !path.startsWith("/")) {
      throw new IllegalArgumentException("the command has no address for its answer");
    }
    var answer =
        http.post(URI.create(hooks + path), Map.of("Content-Type", JSON), Json.write(body));
    if (answer.status() != 200) {
      throw new IllegalStateException("Slack answers " + answer.status());
    }
  }

  private Answer call(String method, Map<String, String> arguments, String token) {
    if (token.isEmpty()) {
      throw new IllegalStateException("the secret has no botToken");
    }
    var headers = Map.of("Content-Type", FORM, "Authorization", "Bearer " + token);
    var address = URI.create(origin + "/api/" + method);
    var answer = http.post(address, headers, Form.write(arguments));
    if (answer.status() == 429) {
      return new Wait(seconds(answer.retryAfter()));
    }
    if (answer.status() != 200) {
      throw new IllegalStateException(
          "Slack answers %s with %d".formatted(method, answer.status()));
    }
    return read(method, answer.body());
  }

  private static Answer read(String method, String text) {
    var body = json(text);
    if (!body.path("ok").isBoolean()) {
      throw new IllegalStateException("Slack answers %s with what is none".formatted(method));
    }
    var error = body.path("error").asText("unknown");
    if (body.path("ok").booleanValue()) {
      return new Done(body);
    }
    if (UNKNOWN.contains(error)) {
      throw new IllegalStateException("Slack answers %s with %s".formatted(method, error));
    }
    return error.equals("ratelimited") ? new Wait(A_WHILE) : new Refused(error);
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (UncheckedIOException e) {
      return Json.object();
    }
  }

  private static Duration seconds(String text) {
    return text.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(text)))
        : A_WHILE;
  }
}
