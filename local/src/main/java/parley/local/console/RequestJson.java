package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import parley.local.iam.Decision;
import parley.local.journal.Request;
import parley.local.journal.Step;
import parley.local.journal.Trail;

/** Requests as the page reads them. Times within a request are microseconds from its beginning. */
final class RequestJson {

  private RequestJson() {}

  static ObjectNode summary(Request request) {
    var json = Reply.JSON.createObjectNode();
    json.put("id", request.id())
        .put("version", request.version())
        .put("kind", request.kind().name().toLowerCase(Locale.ROOT))
        .put("what", request.what())
        .put("route", request.route())
        .put("at", request.at().toEpochMilli())
        .put("status", request.status())
        .put("outcome", request.outcome().name().toLowerCase(Locale.ROOT))
        .put("problem", request.problem())
        .put("calls", request.calls());
    request.took().ifPresent(took -> json.put("took", micros(took)));
    var functions = json.putArray("functions");
    request.functions().forEach(functions::add);
    return json;
  }

  static ObjectNode whole(Request request) {
    var json = summary(request);
    trail(json, request.trail(), request.at());
    return json;
  }

  private static void trail(ObjectNode json, Trail trail, Instant began) {
    var steps = json.putArray("steps");
    trail.steps().forEach(step -> steps.add(step(step, began)));
    json.put("left", trail.left());
  }

  private static ObjectNode step(Step step, Instant began) {
    var json = Reply.JSON.createObjectNode();
    json.put("at", micros(Duration.between(began, step.at()))).put("isProblem", step.isProblem());
    switch (step) {
      case Step.Passed passed ->
          json.put("type", "passed")
              .put("what", passed.what())
              .put("text", passed.text().start())
              .put("length", passed.text().length())
              .put("cut", passed.text().cut());
      case Step.Refused refused ->
          json.put("type", "refused").put("code", refused.code()).put("message", refused.message());
      case Step.Decided decided -> decision(json.put("type", "decided"), decided.decision());
      case Step.Invoked run -> {
        json.put("type", "invoked")
            .put("function", run.function())
            .put("requestId", run.requestId())
            .put("took", micros(run.took()))
            .put("failed", run.failed());
        trail(json, run.trail(), began);
      }
      case Step.Called call -> {
        json.put("type", "called")
            .put("caller", call.caller())
            .put("service", call.service())
            .put("operation", call.operation())
            .put("took", micros(call.took()))
            .put("status", call.status());
        trail(json, call.trail(), began);
      }
    }
    return json;
  }

  private static void decision(ObjectNode json, Decision decision) {
    json.put("allowed", decision.allowed())
        .put("outcome", decision.outcome().name())
        .put("principal", decision.principal().arn())
        .put("action", decision.access().action())
        .put("resource", decision.access().resource())
        .put("message", decision.allowed() ? "" : decision.message());
    json.set("context", Reply.JSON.valueToTree(decision.access().context()));
    ArrayNode grants = json.putArray("grants");
    for (var grant : decision.grants()) {
      grants
          .addObject()
          .put("policy", grant.policy())
          .put("statement", grant.statement())
          .put("action", grant.action())
          .put("resource", grant.resource());
    }
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
