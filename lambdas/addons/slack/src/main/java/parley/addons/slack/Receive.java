package parley.addons.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Takes what Slack sends, checks that Slack sent it, and puts it into a queue: Slack waits for 3
 * seconds, and what is to be done may take longer. Answered with {@code {content}}.
 *
 * @param queue takes what is worth the work; throws where it did not, and Slack sends it again
 * @param changes whether it is worth the work that a message was changed or deleted
 */
record Receive(Keys keys, Consumer<Heard> queue, Clock clock, boolean changes) implements UseCase {

  /** The parameters with the headers of those names. */
  static final String TIMESTAMP = "X-Slack-Request-Timestamp";

  static final String SIGNATURE = "X-Slack-Signature";

  private static final Refusal NOT_SIGNED =
      new Refusal(401, "not-signed", "the request is not signed by Slack, or too old");

  @Override
  public Reply handle(Request request) {
    var signature =
        new SlackSignature(
            request.params().path(TIMESTAMP).asText(), request.params().path(SIGNATURE).asText());
    return body(request.body().path("raw").asText())
        .filter(body -> signature.fresh(clock.instant()) && signed(signature, body))
        .map(body -> take(new String(body, UTF_8)))
        .orElseGet(() -> Reply.refused(NOT_SIGNED));
  }

  private static Optional<byte[]> body(String raw) {
    try {
      return Optional.of(Base64.getDecoder().decode(raw));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean signed(SlackSignature signature, byte[] body) {
    return signature.of(body, keys.signingSecret())
        || signature.of(body, keys.freshSigningSecret());
  }

  private Reply take(String body) {
    if (!body.startsWith("{")) {
      Commands.read(Form.read(body), clock.instant()).ifPresent(queue);
      return said("");
    }
    var callback = read(body);
    if (callback.path("type").asText().equals("url_verification")) {
      return said(callback.path("challenge").asText());
    }
    Events.read(callback)
        .filter(heard -> changes || heard instanceof Heard.Posted)
        .ifPresent(queue);
    return said("");
  }

  private static JsonNode read(String body) {
    try {
      return Json.read(body);
    } catch (UncheckedIOException e) {
      return Json.object();
    }
  }

  private static Reply said(String text) {
    return Reply.ok(Json.object().put("content", text));
  }
}
