package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.gateway.Refused.Reason;
import parley.local.journal.Journal;
import parley.local.journal.Trace;

/**
 * Calls AWS for integrations, by the integrations' roles.
 *
 * @param aws what is called
 * @param journal is told of it
 * @param executor where a call waits
 */
record Actions(AwsApis aws, Journal journal, Executor executor) {

  /** What AWS answers; a denial is an answer, too, as from AWS. */
  AwsAnswer call(Target.Action action, String payload, Duration timeout) throws Refused {
    var call = signed(action, payload);
    var answering = CompletableFuture.supplyAsync(Trace.carried(() -> told(call)), executor);
    try {
      return answering.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refused(Reason.INTEGRATION_TIMEOUT);
    } catch (ExecutionException e) {
      throw new Refused(Reason.INTEGRATION_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Reason.INTEGRATION_FAILURE);
    }
  }

  private AwsAnswer told(AwsCall call) {
    return journal.step(
        new Journal.Call(
            "",
            call.caller().name(),
            call.service(),
            call.operation(),
            aws.shown(call.service(), call.body())),
        () -> aws.answer(call),
        AwsAnswer::status,
        answer -> aws.shown(call.service(), answer.body()));
  }

  /** With the target by which the service's JSON protocol names the action. */
  private AwsCall signed(Target.Action action, String payload) {
    var headers = new HashMap<>(action.headers());
    headers.put("x-amz-target", aws.target(action.service(), action.action()));
    return new AwsCall(
        new Caller.Service(action.method(), action.role()),
        action.service(),
        "POST",
        "/",
        "",
        headers,
        payload.getBytes(UTF_8));
  }
}
