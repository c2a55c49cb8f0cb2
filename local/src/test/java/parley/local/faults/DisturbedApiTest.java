package parley.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Access;
import parley.local.iam.Principal;
import parley.local.lambda.Processes;

/** Calls to AWS that are disturbed. */
class DisturbedApiTest {

  private static final Caller SEND =
      new Caller.Function("Send", new Principal.RoleSession("arn:aws:iam::1:role/R", "f"));

  private final List<String> done = new ArrayList<>();
  private final Rules rules = new Rules();
  private final DisturbedApi api =
      new DisturbedApi(
          new Recording(), rules, call -> call.headers().getOrDefault("invocation", ""), ending());

  @Test
  void aFunctionThatIsKilledBeforeItsCallHasDoneNothing() throws Exception {
    rule("{\"kind\": \"kill\", \"when\": \"before\"}");

    assertThat(call("i-1", "PutItem").status()).isEqualTo(500);

    assertThat(done).containsExactly("kill i-1");
  }

  @Test
  void aFunctionThatIsKilledDuringItsCallHasDoneItAndIsNotTold() throws Exception {
    rule("{\"kind\": \"kill\", \"when\": \"during\"}");

    assertThat(call("i-1", "PutItem").status()).isEqualTo(500);

    assertThat(done).containsExactly("PutItem", "kill i-1");
  }

  @Test
  void aFunctionThatIsKilledAfterItsCallIsToldAndDoesNothingMore() throws Exception {
    rule("{\"kind\": \"kill\", \"when\": \"after\"}");

    assertThat(call("i-1", "PutItem").status()).isEqualTo(200);
    assertThat(call("i-1", "Query").status()).isEqualTo(500);
    assertThat(call("i-2", "Query").status()).isEqualTo(200);

    assertThat(done).containsExactly("PutItem", "kill i-1", "Query");
  }

  @Test
  void aFunctionRunsOutOfTimeBeforeOrDuringItsCall() throws Exception {
    rule("{\"kind\": \"time-out\"}");
    rule("{\"kind\": \"time-out\", \"when\": \"during\"}");

    call("i-1", "PutItem");
    call("i-2", "PutItem");

    assertThat(done).containsExactly("time out i-1", "PutItem", "time out i-2");
  }

  @Test
  void servicesSayInTheirWordsThatTheyCannot() throws Exception {
    rule("{\"kind\": \"throttle\"}");
    rule("{\"kind\": \"conflict\", \"count\": 2}");
    rule("{\"kind\": \"error\"}");

    assertThat(text(call("i", "PutItem"))).contains("ProvisionedThroughputExceededException");
    assertThat(text(call("i", "PutItem"))).contains("#TransactionConflictException");
    assertThat(text(call("i", "TransactWriteItems", "{\"TransactItems\": [{}, {}]}")))
        .contains("#TransactionCanceledException", "TransactionConflict", "\"None\"");
    assertThat(call("i", "PutItem").status()).isEqualTo(500);
    assertThat(done).isEmpty();
  }

  @Test
  void anErrorDuringACallIsSaidOfWhatWasDone() throws Exception {
    rule("{\"kind\": \"error\", \"when\": \"during\"}");

    assertThat(call("i", "PutItem").status()).isEqualTo(500);
    assertThat(done).containsExactly("PutItem");
  }

  @Test
  void connectionsAreThrottledAndGone() throws Exception {
    rule("{\"kind\": \"throttle\", \"operation\": \"PostToConnection\"}");
    rule("{\"kind\": \"gone\"}");

    var throttled = post();
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.headers()).containsEntry("x-amzn-ErrorType", "LimitExceededException");
    assertThat(post().status()).isEqualTo(410);
    assertThat(post().status()).isEqualTo(200);
  }

  @Test
  void whatTakesLongerIsDone() throws Exception {
    rule("{\"kind\": \"latency\", \"milliseconds\": 1}");

    assertThat(call("i", "PutItem").status()).isEqualTo(200);
    assertThat(rules.all().getFirst().injected()).isEqualTo(1);
  }

  @Test
  void whoOnlyLooksIsNotDisturbed() throws Exception {
    rule("{\"kind\": \"error\", \"count\": 0}");

    assertThat(call("", "PutItem").status()).isEqualTo(200);
  }

  private void rule(String rule) throws Exception {
    rules.add(new RuleJson(Map.of()).read(new ObjectMapper().readTree(rule)));
  }

  private AwsAnswer call(String invocation, String operation) throws Exception {
    return call(invocation, operation, "{}");
  }

  private AwsAnswer call(String invocation, String operation, String body) throws Exception {
    return api.answer(
        new AwsCall(
            SEND,
            "dynamodb",
            "POST",
            "/",
            "",
            Map.of("invocation", invocation, "x-amz-target", "DynamoDB_20120810." + operation),
            body.getBytes(UTF_8)));
  }

  private AwsAnswer post() throws Exception {
    var path = "/_execute-api/a/ws/@connections/c=";
    return api.answer(
        new AwsCall(SEND, "execute-api", "POST", path, "", Map.of("invocation", "i"), new byte[0]));
  }

  private static String text(AwsAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  private Processes ending() {
    return new Processes() {
      @Override
      public void kill(String invocation) {
        done.add("kill " + invocation);
      }

      @Override
      public void timeOut(String invocation) {
        done.add("time out " + invocation);
      }
    };
  }

  private final class Recording implements AwsApi {
    @Override
    public String signingName() {
      return "any";
    }

    @Override
    public List<String> operations() {
      return List.of();
    }

    @Override
    public List<Access> accesses(AwsCall call) {
      return List.of();
    }

    @Override
    public AwsAnswer answer(AwsCall call) {
      done.add(call.operation());
      return AwsAnswer.json(200, "{}");
    }
  }
}
