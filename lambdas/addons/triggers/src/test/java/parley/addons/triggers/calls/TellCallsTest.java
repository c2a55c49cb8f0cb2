package parley.addons.triggers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;

class TellCallsTest {

  private final List<JsonNode> posted = new ArrayList<>();
  private Reply post = Reply.created(Json.object());

  @Test
  void aRoomIsToldWhoDidWhat() {
    assertThat(tell(call("{\"type\": \"IAMUser\", \"userName\": \"ada\"}"))).isEmpty();
    assertThat(posted)
        .containsExactly(
            Json.read(
                """
                {"room":"r","app":"triggers","id":"call-r-e-1","from":"AWS",
                 "text":"The user ada called CreateUser of iam in us-east-1."}"""));
  }

  @Test
  void nothingOfWhatWasAskedForIsTold() {
    var call = call("{\"type\": \"IAMUser\", \"userName\": \"ada\"}");
    ((ObjectNode) call.get("detail")).putObject("requestParameters").put("password", "hush");
    ((ObjectNode) call.get("detail")).putObject("responseElements").put("secretKey", "hush");
    tell(call);
    assertThat(posted.toString()).doesNotContain("hush");
  }

  @Test
  void everyKindOfCallerIsNamed() {
    assertThat(text("{\"type\": \"Root\"}")).startsWith("The account's root user called");
    assertThat(
            text(
                """
                {"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/Deploy/ci-7",
                 "sessionContext": {"sessionIssuer": {"userName": "Deploy"}}}"""))
        .startsWith("The role Deploy (ci-7) called");
    assertThat(text("{\"type\": \"AWSService\", \"invokedBy\": \"sns.amazonaws.com\"}"))
        .startsWith("The service sns.amazonaws.com called");
    assertThat(text("{}")).startsWith("Somebody called");
  }

  @Test
  void whatACallerChoseIsNoMarkUpAndNotLong() {
    var name = "*[x](http://x)*\\n# " + "y".repeat(300);
    var text = text("{\"type\": \"IAMUser\", \"userName\": \"%s\"}".formatted(name));
    assertThat(text).doesNotContain("*", "[", "(", "\n", "#").hasSizeLessThan(250);
  }

  @Test
  void aCallThatWasRefusedIsToldAsRefused() {
    var call = call("{\"type\": \"Root\"}");
    ((ObjectNode) call.get("detail")).put("errorCode", "AccessDenied");
    tell(call);
    assertThat(posted.getFirst().path("text").asText())
        .endsWith(", and was refused: AccessDenied.");
  }

  @Test
  void whatFailsComesBackAndWhereThereIsNoRoomNobodyIsTold() {
    post = Reply.refused(new Refusal(429, "busy", "try again"));
    assertThat(tell(call("{\"type\": \"Root\"}"))).containsExactly("m");
    assertThat(tell(Json.object())).containsExactly("m");
    post = Reply.refused(Refusal.notFound("room"));
    assertThat(tell(call("{\"type\": \"Root\"}"))).isEmpty();
  }

  private String text(String identity) {
    tell(call(identity));
    return posted.getLast().path("text").asText();
  }

  private List<String> tell(JsonNode event) {
    var batch = Json.object();
    batch
        .putArray("Records")
        .addObject()
        .put("messageId", "m")
        .put("eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:queue")
        .put("body", event.toString());
    var tell =
        new TellCalls(
            Map.of("queue", "r"),
            request -> {
              posted.add(request.body());
              return post;
            });
    return tell.tell(batch)
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").asText())
        .toList();
  }

  private static ObjectNode call(String identity) {
    var event = Json.object().put("detail-type", "AWS API Call via CloudTrail");
    event
        .putObject("detail")
        .put("eventID", "e-1")
        .put("eventName", "CreateUser")
        .put("eventSource", "iam.amazonaws.com")
        .put("awsRegion", "us-east-1")
        .set("userIdentity", Json.read(identity));
    return event;
  }
}
