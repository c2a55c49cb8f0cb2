package parley.local.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import parley.local.template.ResolvedStack;

/** The roles that services of AWS assume for resources of the stack. */
final class AssumedRoles {

  private AssumedRoles() {}

  /**
   * Which of them cannot be assumed, one sentence each.
   *
   * @param trusts whether a role trusts a service: the service's principal, the role's ARN
   */
  static List<String> refusals(ResolvedStack stack, BiPredicate<String, String> trusts) {
    var refusals = new ArrayList<String>();
    for (var function : stack.all("AWS::Lambda::Function")) {
      check(trusts, function.id(), "Lambda", "lambda", function.text("Role"), refusals);
    }
    for (var method : stack.all("AWS::ApiGateway::Method")) {
      var role = method.text("Integration.Credentials");
      if (!role.isEmpty()) {
        check(trusts, method.id(), "API Gateway", "apigateway", role, refusals);
      }
    }
    for (var rule : stack.all("AWS::Events::Rule")) {
      for (var target : rule.get("Targets")) {
        if (target.has("RoleArn")) {
          var role = target.path("RoleArn").asText();
          check(trusts, rule.id(), "EventBridge", "events", role, refusals);
        }
      }
    }
    for (var rule : stack.all("AWS::IoT::TopicRule")) {
      for (var role : rule.get("TopicRulePayload").findValuesAsText("RoleArn")) {
        check(trusts, rule.id(), "IoT", "iot", role, refusals);
      }
    }
    for (var schedule : stack.all("AWS::Scheduler::Schedule")) {
      var role = schedule.text("Target.RoleArn");
      check(trusts, schedule.id(), "EventBridge Scheduler", "scheduler", role, refusals);
    }
    return refusals;
  }

  private static void check(
      BiPredicate<String, String> trusts,
      String resource,
      String who,
      String service,
      String role,
      List<String> refusals) {
    var principal = service + ".amazonaws.com";
    if (!trusts.test(principal, role)) {
      refusals.add(
          "%s: %s cannot assume its role %s: let the role trust %s"
              .formatted(resource, who, role, principal));
    }
  }
}
