package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.local.gateway.FunctionPermission;
import parley.local.journal.Trace;
import parley.local.lambda.Functions;
import parley.local.mapping.Input;
import parley.local.mapping.MappingTemplate;

/**
 * Runs routes: request template, integration, response template.
 *
 * @param functions the stack's functions
 * @param permission whether they may be invoked
 * @param executor where an invocation waits
 * @param timeout how long it may
 */
record SocketCall(
    Functions functions, FunctionPermission permission, Executor executor, Duration timeout) {

  /** What the client is to be sent; empty where the route does not answer. */
  Optional<String> answer(
      SocketRoute route, String message, Map<String, Object> context, Map<String, String> variables)
      throws Failed {
    var payload = payload(route, message, context, variables);
    var source = "%s/%s/%s".formatted(context.get("apiId"), context.get("stage"), route.key());
    var result =
        route.function().isPresent() ? invoke(source, route.function().get(), payload) : payload;
    if (!route.answers()) {
      return Optional.empty();
    }
    var status = route.function().isPresent() ? "200" : mockStatus(payload);
    var template =
        route.response(status).flatMap(templates -> templates.select(Selection.of(result)));
    var answer =
        template.isPresent()
            ? render(template.get(), Input.of(result), context, variables)
            : result;
    Trace.passed("mapped answer", answer);
    return Optional.of(answer);
  }

  /** What an authorizer of an API answers, read as JSON. */
  JsonNode ask(String apiId, SocketAuthorizer authorizer, JsonNode event) throws Failed {
    var source = "%s/authorizers/%s".formatted(apiId, authorizer.id());
    return Selection.of(invoke(source, authorizer.function(), event.toString())).body();
  }

  private static String payload(
      SocketRoute route, String message, Map<String, Object> context, Map<String, String> variables)
      throws Failed {
    var template = route.request().select(Selection.of(message));
    if (template.isPresent()) {
      var payload = render(template.get(), Input.of(message), context, variables);
      Trace.passed("mapped request", payload);
      return payload;
    }
    if (!route.passes()) {
      throw new Failed(415, "Unsupported Media Type");
    }
    return message;
  }

  private static String mockStatus(String payload) throws Failed {
    try {
      var status = Selection.JSON.readTree(payload).path("statusCode");
      if (status.canConvertToInt()) {
        return status.asText();
      }
    } catch (JsonProcessingException e) {
      throw Failed.internally();
    }
    throw Failed.internally();
  }

  private String invoke(String source, String function, String payload) throws Failed {
    if (!permission.allows(source, function)) {
      throw Failed.internally();
    }
    try {
      var invocation =
          CompletableFuture.supplyAsync(
              Trace.carried(() -> functions.invoke(function, payload.getBytes(UTF_8))), executor);
      var result = invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (result.failed()) {
        throw Failed.internally();
      }
      return new String(result.payload(), UTF_8);
    } catch (TimeoutException e) {
      throw new Failed(504, "Endpoint request timed out");
    } catch (ExecutionException | RejectedExecutionException e) {
      throw Failed.internally();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failed.internally();
    }
  }

  private static String render(
      MappingTemplate template,
      Input input,
      Map<String, Object> context,
      Map<String, String> variables)
      throws Failed {
    try {
      return template.render(input, context, variables);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      Trace.refused("MAPPING_FAILED", e.getMessage());
      throw Failed.internally();
    }
  }
}
