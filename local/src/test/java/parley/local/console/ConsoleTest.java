package parley.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.local.RawRequest;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.events.EventsApi;

/** The console over real HTTP. */
class ConsoleTest extends ConsoleCase {

  @Test
  void thePageMayRunNothingButItsOwnScripts() throws Exception {
    var page = send("/");

    assertThat(page.body()).contains("<script type=\"module\" src=\"/app.js\">");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().map()).doesNotContainKey("access-control-allow-origin");
    assertThat(send("/app.js").headers().firstValue("Content-Type"))
        .contains("text/javascript;charset=UTF-8");
  }

  @Test
  void onlyThePagesOwnFilesAreServed() throws Exception {
    for (var path : List.of("/Console.class", "/../Twin.class", "/package-info", "/none.js")) {
      assertThat(send(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void itOnlyReads() throws Exception {
    var post = HttpRequest.newBuilder(address.resolve("/api/requests"));
    var answer =
        http.send(
            post.POST(HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void whatWasSentToAnotherNameIsRefused() throws Exception {
    assertThat(RawRequest.status(address.getPort(), "rebound.example")).isEqualTo(421);
  }

  @Test
  void aRequestIsToldStepByStep() throws Exception {
    send();

    var summary = get("/api/requests").get(0);
    assertThat(summary.path("what").asText()).isEqualTo("POST /api/things");
    assertThat(summary.path("route").asText()).isEqualTo("POST /things");
    assertThat(summary.path("functions").get(0).asText()).isEqualTo("Send");
    assertThat(summary.has("steps")).isFalse();
    var whole = get("/api/requests/" + summary.path("id").asLong());
    assertThat(types(whole)).containsExactly("passed", "invoked");
    var run = whole.path("steps").get(1);
    assertThat(types(run)).containsExactly("passed", "called", "passed");
    assertThat(run.path("steps").get(1).path("operation").asText()).isEqualTo("PutItem");
  }

  @Test
  void aRequestThatIsForgottenIsNotFound() throws Exception {
    assertThat(send("/api/requests/7").statusCode()).isEqualTo(404);
    var wrong = send("/api/requests/seven");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("a request's id is a number, and not \\\"seven\\\"");
  }

  @Test
  void whatHappensIsToldAsItHappens() throws Exception {
    var live =
        http.send(
            HttpRequest.newBuilder(address.resolve("/api/live?since=0")).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (var lines = new BufferedReader(new InputStreamReader(live.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(": here");
      send();
      var event = lines.lines().filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
      assertThat(JSON.readTree(event.substring(6)).get(0).path("what").asText())
          .isEqualTo("POST /api/things");
    }
  }

  @Test
  void aFunctionIsShownWithItsRoleItsVariablesAndItsLog() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(data.resolve("logs/Send.log"), "said something\n");

    assertThat(get("/api/functions").findValuesAsText("id")).containsExactly("Send");
    var send = get("/api/functions/Send");
    assertThat(send.path("log").asText()).isEqualTo("said something\n");
    assertThat(send.path("variables").path("TABLE").asText()).isEqualTo("t");
    assertThat(send.path("environments").asInt()).isEqualTo(2);
    assertThat(send.path("policies").findValuesAsText("policy")).containsExactly("Role", "Writes");
    assertThat(send.path("policies").findValuesAsText("Action"))
        .containsExactly("s3:GetObject", "dynamodb:PutItem");
    assertThat(send("/api/functions/Maker").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyTheEndOfALongLogIsShown() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(data.resolve("logs/Send.log"), "a line of a log\n".repeat(10_000) + "end\n");

    var log = get("/api/functions/Send").path("log").asText();

    assertThat(log).startsWith("a line").endsWith("end\n").hasSizeLessThan(65_537);
  }

  @Test
  void socketsQueuesAndStreamsAreShown() throws Exception {
    queues.send(
        stack.names().arn("sqs", stack.names().physical("Dead")), JSON.readTree("{\"n\":1}"));
    queues.send(
        stack.names().arn("sqs", stack.names().physical("Dead")), JSON.readTree("{\"n\":2}"));
    Files.createDirectories(data.resolve("streams"));
    Files.writeString(
        data.resolve("streams/Feed.json"), "{\"shards\": {\"s-1\": {\"last\": \"5\"}}}");

    assertThat(get("/api/sockets").get(0).path("authorizer").path("user").asText())
        .isEqualTo("u-1");
    assertThat(get("/api/queues").get(0).path("messages").valueStream().map(JsonNode::asText))
        .containsExactly("{\"n\":2}", "{\"n\":1}");
    assertThat(get("/api/streams").get(0).path("shards").path("s-1").path("last").asText())
        .isEqualTo("5");
  }

  @Test
  void anEventStandsThereWithTheRulesThatItMatched() throws Exception {
    put("chat", "message.posted");
    put("chat", "room.made");
    put("default", "message.posted");

    var byDefault = get("/api/buses").get(0);
    var chat = get("/api/buses").get(1);

    assertThat(chat.path("name").asText()).isEqualTo("chat");
    assertThat(chat.path("events"))
        .extracting(one -> one.at("/event/detail-type").asText())
        .containsExactly("room.made", "message.posted");
    assertThat(chat.path("events").get(0).path("rules")).isEmpty();
    assertThat(chat.path("events").get(1).path("rules").toString()).isEqualTo("[\"Posted\"]");
    assertThat(byDefault.path("name").asText()).isEqualTo("default");
    assertThat(byDefault.path("events")).hasSize(1);
  }

  @Test
  void aRuleStandsThereWithWhatWaitsForItsTargets() throws Exception {
    put("chat", "message.posted"); // Nothing is reached here: it goes on waiting.

    var on = get("/api/buses").get(1).path("rules").get(0);
    var off = get("/api/buses").get(0).path("rules").get(0);

    assertThat(on.path("id").asText()).isEqualTo("Posted");
    assertThat(on.path("enabled").asBoolean()).isTrue();
    assertThat(on.at("/pattern/detail-type/0").asText()).isEqualTo("message.posted");
    assertThat(on.at("/targets/0/arn").asText()).isEqualTo("arn:aws:sqs:r:1:q");
    assertThat(on.at("/targets/0/waiting").asInt()).isEqualTo(1);
    assertThat(off.path("id").asText()).isEqualTo("Off");
    assertThat(off.path("enabled").asBoolean()).isFalse();
  }

  private void put(String bus, String type) throws Exception {
    var input = JSON.createObjectNode();
    input
        .putArray("Entries")
        .addObject()
        .put("EventBusName", bus)
        .put("DetailType", type)
        .put("Source", "parley")
        .put("Detail", "{}");
    var call =
        new AwsCall(
            new Caller.Administrator("you"),
            "events",
            "POST",
            "/",
            "",
            Map.of("x-amz-target", "AWSEvents.PutEvents"),
            JSON.writeValueAsBytes(input));
    assertThat(EventsApi.of(buses, stack.names(), Clock.systemUTC()).answer(call).status())
        .isEqualTo(200);
  }
}
