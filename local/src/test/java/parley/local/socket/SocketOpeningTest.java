package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.local.iam.Principal;

/** Who may open a connection, and what is asked about it. */
final class SocketOpeningTest extends SocketCase {

  @Test
  void theAuthorizerIsAskedAsAwsAsksIt() throws Exception {
    open("ws?ticket=t%2B1&x=1&x=2");

    var event = functions.seen("authorize").poll();
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("methodArn").asText())
        .isEqualTo("arn:aws:execute-api:us-east-1:111122223333:%s/ws/$connect".formatted(apiId));
    assertThat(event.path("headers").path("Origin").asText()).isEqualTo("https://site");
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(JSON.readTree("{\"ticket\": \"t+1\", \"x\": \"2\"}"));
    assertThat(event.path("multiValueQueryStringParameters").path("x"))
        .isEqualTo(JSON.readTree("[\"1\", \"2\"]"));
    assertThat(event.path("stageVariables")).isEqualTo(JSON.readTree("{\"color\": \"blue\"}"));
    var context = event.path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.path("stage").asText()).isEqualTo("ws");
    assertThat(context.path("apiId").asText()).isEqualTo(apiId);
    assertThat(context.path("connectedAt").asLong()).isEqualTo(clock.millis());
    assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("connectionId").asText()).matches("[\\w-]{15}=");
  }

  @Test
  void whatTheAuthorizerSaidHoldsOnEveryRoute() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\", \"text\": \"hi\"}");
    assertThat(listener.next()).isEqualTo("{\"type\":\"reply\",\"body\":{\"seq\":7}}");
    listener.socket.sendClose(1000, "bye").join();

    var connected = functions.seen("connect").poll();
    var sent = functions.seen("send").poll();
    var left = functions.seen("disconnect").poll(5, TimeUnit.SECONDS);
    assertThat(connected.path("user").asText()).isEqualTo("s-1");
    assertThat(sent.path("user").asText()).isEqualTo("s-1");
    assertThat(sent.path("type").asText()).isEqualTo("MESSAGE");
    assertThat(sent.path("on")).isEqualTo(connected.path("connection"));
    assertThat(left.path("user").asText()).isEqualTo("s-1");
    assertThat(left.path("route").asText()).isEqualTo("$disconnect");
    assertThat(left.path("connection")).isEqualTo(connected.path("connection"));
    assertThat(left.path("code").asText()).isEqualTo("1000");
  }

  @Test
  void withoutItsIdentitySourceNobodyIsAsked() {
    assertThat(refusal("ws")).isEqualTo(401);
    assertThat(refusal("ws?ticket=")).isEqualTo(401);
    assertThat(functions.seen("authorize")).isEmpty();
  }

  @Test
  void whoIsDeniedDoesNotConnect() {
    functions.with(
        "authorize",
        event -> ALLOW.formatted(event.path("methodArn").asText()).replace("Allow", "Deny"));

    assertThat(refusal("ws?ticket=t")).isEqualTo(403);
    assertThat(functions.seen("connect")).isEmpty();
  }

  @Test
  void aPolicyForSomethingElseAllowsNothing() {
    functions.with("authorize", event -> ALLOW.formatted("arn:aws:execute-api:*:*:other/*"));

    assertThat(refusal("ws?ticket=t")).isEqualTo(403);
  }

  @Test
  void anAuthorizerThatFailsOrAnswersNonsenseIsAnInternalError() {
    functions.with("authorize", event -> "{}");
    assertThat(refusal("ws?ticket=t")).isEqualTo(500);

    functions.with("authorize", SocketCase::fail);
    assertThat(refusal("ws?ticket=t")).isEqualTo(500);
  }

  @Test
  void aFailingConnectRouteRefusesTheConnection() {
    functions.with("connect", SocketCase::fail);

    assertThat(refusal("ws?ticket=t")).isEqualTo(500);
  }

  @Test
  void anUnknownStageIsForbidden() {
    assertThat(refusal("other?ticket=t")).isEqualTo(403);
  }

  @Test
  void whatIsNoHandshakeIsToldToUpgrade() throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/ws".formatted(port)));

    assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(426);
    assertThat(functions.seen("authorize")).isEmpty();
  }

  @Test
  void neitherAuthorizerNorRouteIsAskedWithoutTheFunctionsPermission() {
    authority.deny("lambda:InvokeFunction");

    assertThat(refusal("ws?ticket=t")).isEqualTo(500);
    assertThat(functions.seen("authorize")).isEmpty();
    assertThat(authority.asked())
        .singleElement()
        .extracting(asked -> ((Principal.Service) asked.principal()).sourceArn())
        .asString()
        .startsWith(names.arn("execute-api", apiId + "/authorizers/"));
  }
}
