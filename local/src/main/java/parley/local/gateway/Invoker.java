package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.local.gateway.Refused.Reason;
import parley.local.journal.Trace;
import parley.local.lambda.Functions;

/**
 * Invokes functions for integrations.
 *
 * @param functions the stack's functions
 * @param permission whether they may be invoked
 * @param clock the time of requests
 * @param executor where an invocation waits
 */
record Invoker(Functions functions, FunctionPermission permission, Clock clock, Executor executor) {

  /**
   * @param body what the function gave
   * @param error the message with which it failed; "" where it did not
   */
  record Outcome(String body, String error) {}

  /** What a function gives; refused, as API Gateway does, where it may not be invoked. */
  Outcome invoke(String source, String arn, String payload, Duration timeout) throws Refused {
    if (!permission.allows(source, arn)) {
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    }
    var invocation =
        CompletableFuture.supplyAsync(
            Trace.carried(() -> functions.invoke(arn, payload.getBytes(UTF_8))), executor);
    try {
      var result = invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      var body = new String(result.payload(), UTF_8);
      return new Outcome(body, result.failed() ? error(body) : "");
    } catch (TimeoutException e) {
      throw new Refused(Reason.INTEGRATION_TIMEOUT);
    } catch (ExecutionException e) {
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Reason.INTEGRATION_FAILURE);
    }
  }

  private static String error(String body) {
    try {
      return Json.MAPPER.readTree(body).path("errorMessage").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
