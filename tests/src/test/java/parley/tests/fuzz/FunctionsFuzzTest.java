package parley.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.tests.twin.RunningTwin;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Every function, invoked past API Gateway with records of which all that a client may choose is
 * spoilt. Who calls is not: the authorizers name them.
 */
class FunctionsFuzzTest {

  private static final int EXECUTIONS = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * They take what only AWS and another function make, and no record of a client's: see {@link
   * StreamsFuzzTest}, and the authorizer's own test below.
   */
  private static final List<String> OF_NO_CLIENT =
      List.of(
          "connections.Deliver",
          "connections.DeliverShare",
          "connections.Authorize",
          "events.Publish",
          "addons.panic.Escalate",
          "addons.panic.RaiseAlarm",
          "addons.slack.Follow",
          "addons.slack.Send",
          "addons.slack.Work",
          "addons.sms.ForgetPictures",
          "addons.sms.Notify",
          "addons.sms.Send",
          "addons.sms.WriteInRoom",
          "addons.stream.Archive",
          "addons.triggers.calls.TellCalls",
          "addons.triggers.digests.WriteDigest",
          "addons.triggers.reminders.RingReminders",
          "addons.triggers.webhooks.Deliver");

  /** They change what rooms has decided, whoever calls; so they get no id of the sane one's. */
  private static final List<String> INSIDE =
      List.of(
          "messages.ChangeMembership",
          "messages.CountMessages",
          "messages.PostMessage",
          "connections.Revoke",
          "connections.Broadcast",
          "rooms.DescribeRoom",
          "rooms.FindMembership",
          "rooms.FindRooms");

  private static Functions functions;

  @BeforeAll
  static void find() {
    var _ = RunningTwin.site();
    functions = Functions.ofTwin();
  }

  @AfterAll
  static void close() {
    functions.close();
  }

  @Test
  void aFunctionAnswersEveryRecord() throws Exception {
    var sane = Sane.begin();
    var id = sane.attacker().id();
    for (var function : functions.names()) {
      if (!OF_NO_CLIENT.contains(function)) {
        Executions.run(function, EXECUTIONS, 2, hostile -> answers(function, sane, id, hostile));
      }
    }
    sane.assertUnharmed();
  }

  @Test
  void theAuthorizerAllowsNobodyWhoseHandshakeIsSpoilt() throws Exception {
    Executions.run(
        "connections.Authorize",
        EXECUTIONS * 3,
        2,
        hostile -> {
          var event =
              "{\"type\":\"REQUEST\",\"methodArn\":\"arn:aws:execute-api:x\",\"headers\":{\"Cookie\":%s,\"Origin\":%s},\"queryStringParameters\":%s}"
                  .formatted(
                      hostile.quoted(hostile.text()),
                      hostile.once(2) ? '"' + site() + '"' : hostile.quoted(hostile.text()),
                      hostile.once(4)
                          ? "null"
                          : "{\"ticket\":%s}".formatted(hostile.quoted(hostile.text())));
          var answer = functions.invoke("connections.Authorize", event);
          assertThat(answer.functionError()).as("%s", event).isNull();
          assertThat(body(answer).at("/policyDocument/Statement/0/Effect").asText())
              .isEqualTo("Deny");
        });
  }

  private static void answers(String function, Sane sane, String user, Hostile hostile)
      throws Exception {
    var inside = INSIDE.contains(function);
    var known = hostile.once(2) || inside ? sane.attacked() : sane.room();
    var caller =
        inside
            ? "{\"user\":\"\",\"name\":\"\",\"connection\":\"\"}"
            : "{\"user\":\"%s\",\"name\":%s,\"connection\":\"%s\"}"
                .formatted(user, hostile.quoted(hostile.text()), "c".repeat(8) + "=");
    var record =
        "{\"requestId\":\"q-1\",\"caller\":%s,\"params\":%s,\"body\":%s}"
            .formatted(
                caller,
                hostile.once(3) ? hostile.json() : Members.spoilt(hostile, known, 2).json(),
                hostile.once(6) ? hostile.json() : Members.spoilt(hostile, known, 2).json());
    var answer = functions.invoke(function, record);
    var reply = body(answer);
    assertThat(answer.functionError()).as("%s for %s", reply, record).isNull();
    assertThat(reply.path("status").asInt()).as("%s for %s", reply, record).isBetween(200, 499);
    assertThat(reply.path("requestId").asText()).isEqualTo("q-1");
    if (reply.path("status").asInt() >= 400) {
      assertThat(reply.at("/body/code").asText()).isNotEmpty();
    }
  }

  private static JsonNode body(InvokeResponse answer) throws Exception {
    return JSON.readTree(answer.payload().asUtf8String());
  }

  private static String site() {
    return RunningTwin.site().toString();
  }
}
