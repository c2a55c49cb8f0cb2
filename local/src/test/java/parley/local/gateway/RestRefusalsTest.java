package parley.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeAuthority;
import parley.local.FakeStack;
import parley.local.iam.Principal;

/** What never reaches an integration. */
final class RestRefusalsTest extends RestCase {

  @Test
  void anUnknownStageIsForbidden() {
    assertThat(get("/other/rooms").status()).isEqualTo(403);
  }

  @Test
  void anUnknownMethodGetsTheConfiguredGatewayResponse() throws Exception {
    var answer = send("PATCH", "/api/rooms", Map.of(), "application/json", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("X-Stage", "api");
    assertThat(json(answer).path("code").asText()).isEqualTo("unknown-route");
    assertThat(json(answer).path("id").asText())
        .isEqualTo(answer.headers().get("x-amzn-RequestId"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bad", "Bearer bad"})
  void whoHasNoGoodTokenIsUnauthorizedBeforeAnythingIsChecked(String token) throws Exception {
    var answer = post(token, "text/plain", "no json");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(json(answer))
        .isEqualTo(JSON.readTree("{\"detail\": \"Unauthorized\", \"type\": \"UNAUTHORIZED\"}"));
    assertThat(functions.seen("create")).isEmpty();
  }

  @Test
  void aMissingParameterIsNamed() throws Exception {
    var answer = get("/api/rooms?next=1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText())
        .isEqualTo("Missing required request parameters: [q]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"name\": 1}",
        "{\"name\": \"\"}",
        "{\"name\": \"x\", \"color\": \"pink\"}",
        "{\"name\": \"x\"} {}"
      })
  void aBodyThatBreaksTheModelIsRefused(String body) throws Exception {
    var answer = post("good", "application/json", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).isEqualTo("Invalid request body");
    assertThat(functions.seen("create")).isEmpty();
  }

  @Test
  void aBodyOfAnotherTypeIsUnsupported() {
    assertThat(post("good", "text/plain", "hi").status()).isEqualTo(415);
  }

  @Test
  void aBodyOfMoreThanTenMegabytesIsTooLarge() {
    assertThat(post("good", "application/json", "x".repeat(10 * 1024 * 1024 + 1)).status())
        .isEqualTo(413);
  }

  @Test
  void aGatewayResponseThatIsNoPlainTemplateStopsTheStart() {
    var template = TEMPLATE.replace("$context.error.messageString", "$util.escapeJavaScript('x')");
    try (var other = other()) {
      assertThatThrownBy(
              () -> other.start(new FakeStack(FakeStack.freeNames(), template, List.of(other))))
          .hasMessageContaining("Others")
          .hasMessageContaining("$util");
    }
  }

  private RestApis other() {
    return new RestApis(functions, kinesis.apis(authority), permission, tokens, journal, CLOCK);
  }

  @Test
  void anActionsHeaderThatIsNoFixedTextStopsTheStart() {
    var template =
        TEMPLATE.replace("'application/x-amz-json-1.1'", "method.request.header.Content-Type");
    try (var other = other()) {
      assertThatThrownBy(
              () -> other.start(new FakeStack(FakeStack.freeNames(), template, List.of(other))))
          .hasMessageContaining("PostEvents: Integration.RequestParameters is")
          .hasMessageContaining("texts in single quotes");
    }
  }

  @Test
  void anIntegrationThatIsNotImplementedStopsTheStart() {
    var template = TEMPLATE.replace("\"Type\": \"MOCK\"", "\"Type\": \"HTTP_PROXY\"");
    try (var other = other()) {
      assertThatThrownBy(
              () -> other.start(new FakeStack(FakeStack.freeNames(), template, List.of(other))))
          .hasMessageContaining("Integration.Type is HTTP_PROXY; the twin implements AWS, MOCK");
    }
  }

  @Test
  void aFunctionThatDoesNotPermitItIsNotInvoked() throws Exception {
    authority.deny("lambda:InvokeFunction");

    var answer = post("good", "application/json", "{\"name\": \"Tea\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(functions.seen("create")).isEmpty();
    assertThat(authority.asked())
        .singleElement()
        .extracting(FakeAuthority.Asked::principal)
        .isEqualTo(
            new Principal.Service(
                "apigateway.amazonaws.com",
                names.arn("execute-api", apiId + "/api/POST/rooms"),
                names.account()));
  }
}
