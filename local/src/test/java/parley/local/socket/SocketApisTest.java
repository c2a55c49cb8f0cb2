package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.local.mapping.Input;

/** What becomes of a frame, and what stops the start. */
final class SocketApisTest extends SocketCase {

  @Test
  void aMockAnswersByItself() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"ping\"}");

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void whatIsNoJsonOrNamesNoRouteGoesToTheDefault() throws Exception {
    var listener = open("ws?ticket=t");

    for (var frame : List.of("garbage", "[1]", "{}", "{\"action\": \"$connect\"}", "\"send\"")) {
      listener.send(frame);
      assertThat(listener.next()).as(frame).isEqualTo("{\"type\":\"pong\"}");
    }
    assertThat(functions.seen("connect")).hasSize(1);
  }

  @Test
  void whatNoTemplateCanReadGoesToTheDefault() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send(
        "{\"action\": \"send\", \"x\": %s%s}"
            .formatted("[".repeat(Input.MOST_NESTED), "]".repeat(Input.MOST_NESTED)));

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
    assertThat(functions.seen("send")).isEmpty();
  }

  @Test
  void withoutADefaultAnUnknownActionIsForbidden() throws Exception {
    start("");
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"nothing\"}");

    assertThat(JSON.readTree(listener.next()).path("message").asText()).isEqualTo("Forbidden");
  }

  @Test
  void aRouteWithoutARouteResponseAnswersNothing() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"tell\", \"x\": 1}");
    assertThat(functions.seen("tell").poll(5, TimeUnit.SECONDS).path("x").asInt()).isEqualTo(1);
    listener.send("{\"action\": \"ping\"}");

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void aFunctionsFailureIsAnInternalServerError() throws Exception {
    functions.with("send", SocketCase::fail);
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\"}");

    var frame = JSON.readTree(listener.next());
    assertThat(frame.path("message").asText()).isEqualTo("Internal server error");
    assertThat(frame.path("connectionId").asText()).isEqualTo(connection());
    assertThat(frame.path("requestId").asText()).isNotEmpty();
  }

  @Test
  void framesAreServedAtTheSameTime() throws Exception {
    var second = new CountDownLatch(1);
    functions.with(
        "send",
        event -> {
          if (event.path("text").asText().equals("first")) {
            await(second);
          } else {
            second.countDown();
          }
          return "{\"body\": %s}".formatted(event.path("text"));
        });
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\", \"text\": \"first\"}");
    listener.send("{\"action\": \"send\", \"text\": \"second\"}");

    assertThat(List.of(listener.next(), listener.next()))
        .anyMatch(frame -> frame.contains("first"))
        .anyMatch(frame -> frame.contains("second"));
  }

  @Test
  void anIntegrationsOwnTimeoutIsNotImplemented() {
    var integration =
        apis.types().stream()
            .filter(type -> type.name().equals(SocketTypes.INTEGRATION))
            .findFirst()
            .orElseThrow();

    assertThat(integration.implemented())
        .contains("IntegrationUri")
        .doesNotContain("TimeoutInMillis");
  }

  @Test
  void anExpressionThatIsNotImplementedStopsTheStart() {
    assertThatThrownBy(
            () ->
                start(
                    """
                    , "Proxy": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
                        {"ApiId": "{{Api}}", "IntegrationType": "AWS_PROXY"}},
                      "ProxyRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
                        {"ApiId": "{{Api}}", "RouteKey": "x", "Target": "integrations/{{Proxy}}"}}
                    """))
        .hasMessageContaining("Proxy: IntegrationType is AWS_PROXY; the twin implements AWS, MOCK");
  }
}
