package parley.local.iam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * All policies of a stack, by whom and what they are about. Throws {@link IllegalArgumentException}
 * where one cannot be read.
 *
 * @param roles by ARN
 * @param resources the statements of resources' own policies, by the resource's ARN
 */
record Policies(Map<String, Role> roles, Map<String, List<Statement>> resources) {

  /**
   * A role's policies.
   *
   * @param identity what it may do, inline or attached
   * @param boundary what it may do at most
   * @param trust who may be it
   */
  record Role(
      List<Statement> identity, Optional<List<Statement>> boundary, List<Statement> trust) {}

  static Policies of(Stack stack) {
    return new Reader(stack).read();
  }

  /** The ARN under which a resource's policy is found: an object's is its bucket's. */
  static String owner(String resource) {
    return resource.startsWith("arn:aws:s3:::") ? resource.split("/", 2)[0] : resource;
  }

  private record Reader(
      Stack stack, Map<String, List<Statement>> byRole, Map<String, List<Statement>> managed) {

    Reader(Stack stack) {
      this(stack, new HashMap<>(), new HashMap<>());
    }

    Policies read() {
      for (var policy : stack.all(IamTypes.MANAGED)) {
        var statements = Document.read(policy.id(), policy.get("PolicyDocument"));
        managed.put(IamTypes.managedArn(stack.names(), policy.id()), statements);
        attach(policy, statements);
      }
      for (var policy : stack.all(IamTypes.POLICY)) {
        attach(policy, Document.read(policy.id(), policy.get("PolicyDocument")));
      }
      var roles = new HashMap<String, Role>();
      for (var role : stack.all(IamTypes.ROLE)) {
        roles.put(IamTypes.roleArn(stack.names(), role.id()), role(role));
      }
      return new Policies(Map.copyOf(roles), resources());
    }

    private void attach(Resource policy, List<Statement> statements) {
      for (var role : policy.get("Roles")) {
        byRole.computeIfAbsent(role.asText(), r -> new ArrayList<>()).addAll(statements);
      }
    }

    private Role role(Resource role) {
      var identity =
          new ArrayList<>(byRole.getOrDefault(stack.names().physical(role.id()), List.of()));
      for (var inline : role.get("Policies")) {
        identity.addAll(Document.read(role.id(), inline.path("PolicyDocument")));
      }
      for (var arn : role.get("ManagedPolicyArns")) {
        identity.addAll(managed(role, arn.asText()));
      }
      var boundary = role.text("PermissionsBoundary");
      return new Role(
          List.copyOf(identity),
          boundary.isEmpty() ? Optional.empty() : Optional.of(managed(role, boundary)),
          Document.read(role.id(), role.get("AssumeRolePolicyDocument")));
    }

    private List<Statement> managed(Resource role, String arn) {
      var statements = managed.get(arn);
      if (statements == null) {
        throw new IllegalArgumentException(
            "%s: the policy %s is none of the stack's, and AWS's own are not known: write its statements into a policy of the stack"
                .formatted(role.id(), arn));
      }
      return statements;
    }

    private Map<String, List<Statement>> resources() {
      var all = new HashMap<String, List<Statement>>();
      for (var permission : stack.all(IamTypes.LAMBDA)) {
        var function = function(permission.text("FunctionName"));
        add(all, function, List.of(LambdaPermission.statement(permission, function)));
      }
      for (var policy : stack.all(IamTypes.BUCKET)) {
        add(all, "arn:aws:s3:::" + policy.text("Bucket"), statements(policy));
      }
      for (var policy : stack.all(IamTypes.QUEUE)) {
        for (var url : policy.get("Queues")) {
          var name = url.asText().substring(url.asText().lastIndexOf('/') + 1);
          add(all, stack.names().arn("sqs", name), statements(policy));
        }
      }
      for (var policy : stack.all(IamTypes.TOPIC)) {
        for (var topic : policy.get("Topics")) {
          add(all, topic.asText(), statements(policy));
        }
      }
      return Map.copyOf(all);
    }

    private static List<Statement> statements(Resource policy) {
      return Document.read(policy.id(), policy.get("PolicyDocument"));
    }

    private String function(String nameOrArn) {
      return nameOrArn.startsWith("arn:")
          ? nameOrArn
          : stack.names().arn("lambda", "function:" + nameOrArn);
    }

    private static void add(
        Map<String, List<Statement>> all, String arn, List<Statement> statements) {
      all.computeIfAbsent(arn, a -> new ArrayList<>()).addAll(statements);
    }
  }

  /** The same without one piece of one statement. */
  Policies without(Grant grant) {
    var changed = new HashMap<String, Role>();
    roles.forEach(
        (arn, role) ->
            changed.put(
                arn, new Role(without(role.identity(), grant), role.boundary(), role.trust())));
    var others = new HashMap<String, List<Statement>>();
    resources.forEach((arn, statements) -> others.put(arn, without(statements, grant)));
    return new Policies(changed, others);
  }

  private static List<Statement> without(List<Statement> statements, Grant grant) {
    return statements.stream()
        .map(s -> s.allows() && s.grants().contains(grant) ? s.without(grant) : s)
        .toList();
  }
}
