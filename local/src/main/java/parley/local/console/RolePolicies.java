package parley.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** What a role is allowed, as the template says it. */
record RolePolicies(Stack stack) {

  private static final List<String> ATTACHED =
      List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");

  /** {@code [{policy, statements}]}, with the logical ids of policies, or of the role itself. */
  ArrayNode of(String roleArn) {
    var name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
    var policies = Reply.JSON.createArrayNode();
    for (var role : stack.all("AWS::IAM::Role")) {
      if (stack.names().physical(role.id()).equals(name)) {
        role.get("Policies").forEach(policy -> add(policies, role.id(), policy));
      }
    }
    for (var type : ATTACHED) {
      stack.all(type).stream()
          .filter(policy -> isOf(name, policy))
          .forEach(policy -> add(policies, policy.id(), policy.properties()));
    }
    return policies;
  }

  private static boolean isOf(String role, Resource policy) {
    return policy.get("Roles").valueStream().anyMatch(one -> one.asText().equals(role));
  }

  private static void add(ArrayNode policies, String id, JsonNode policy) {
    var statements = policy.path("PolicyDocument").path("Statement");
    policies
        .addObject()
        .put("policy", id)
        .set(
            "statements",
            statements.isArray() ? statements : Reply.JSON.createArrayNode().add(statements));
  }
}
