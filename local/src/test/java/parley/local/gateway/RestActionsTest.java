package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.local.FakeAuthority;
import parley.local.aws.AwsAnswer;
import parley.local.aws.Caller;

/** A method that calls an action of AWS, without a function. */
class RestActionsTest extends RestCase {

  @Test
  void aMappedRequestIsPutByTheIntegrationsRole() {
    kinesis.answers(body -> AwsAnswer.json(200, "{\"SequenceNumber\": \"49\"}"));

    var answer = event("{\"type\": \"it's \\\"here\\\"\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(body(answer)).isEqualTo("{\"at\": \"49\"}");
    var call = kinesis.calls().getFirst();
    assertThat(call.operation()).isEqualTo("PutRecord");
    assertThat(call.headers()).containsEntry("content-type", "application/x-amz-json-1.1");
    assertThat(new String(call.body(), UTF_8))
        .isEqualTo("{\"Data\": \"eyJ0eXBlIjoiaXQncyBcImhlcmVcIiJ9\"}");
    assertThat(call.caller()).isInstanceOf(Caller.Service.class);
    assertThat(authority.asked())
        .extracting(FakeAuthority.Asked::principal)
        .extracting(principal -> principal.arn())
        .containsExactly("arn:aws:sts::111122223333:assumed-role/puts/BackplaneAssumeRoleSession");
  }

  @Test
  void whatAwsRefusesIsMappedByItsStatus() {
    kinesis.answers(body -> AwsAnswer.json(400, "{\"__type\": \"Throttled\"}"));

    var answer = event("{}");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(body(answer)).isEqualTo("busy: Throttled");
  }

  @Test
  void aRoleThatLacksTheRightIsNotCalledFor() {
    authority.deny("kinesis:PutRecord");

    assertThat(body(event("{}"))).isEqualTo("busy: AccessDeniedException");
    assertThat(kinesis.calls()).isEmpty();
  }

  @Test
  void theCallIsAStepOfTheRequest() {
    var unused = event("{}");

    assertThat(journal.newest().getFirst().trail().steps())
        .anyMatch(step -> step.toString().contains("PutRecord"));
  }

  private RestAnswer event(String body) {
    return send("POST", "/api/events", Map.of(), "application/json", body);
  }
}
