package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.local.iam.Document.Kind;
import parley.local.iam.Policies.Role;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** Reads all policies of a stack, and gathers what is wrong with them. */
final class StackReader {

  private final Stack stack;
  private final List<String> problems;
  private final Map<String, List<Statement>> byRole = new HashMap<>();
  private final Map<String, List<Statement>> managed = new HashMap<>();

  /**
   * @param problems where to say what is wrong, one sentence each
   */
  StackReader(Stack stack, List<String> problems) {
    this.stack = stack;
    this.problems = problems;
  }

  Policies read() {
    for (var policy : stack.all(IamTypes.MANAGED)) {
      var statements = document(policy, Kind.IDENTITY);
      var arn = IamTypes.managedArn(stack.names(), policy.id(), policy.text("Path"));
      managed.put(arn, statements);
      attach(policy, statements);
    }
    for (var policy : stack.all(IamTypes.POLICY)) {
      attach(policy, document(policy, Kind.IDENTITY));
    }
    var roles = new HashMap<String, Role>();
    for (var role : stack.all(IamTypes.ROLE)) {
      roles.put(IamTypes.roleArn(stack.names(), role.id(), role.text("Path")), role(role));
    }
    var names = stack.names();
    return new Policies(names.region(), names.account(), Map.copyOf(roles), resources(), devices());
  }

  private void attach(Resource policy, List<Statement> statements) {
    for (var role : policy.get("Roles")) {
      if (stack.all(IamTypes.ROLE).stream()
          .noneMatch(r -> stack.names().physical(r.id()).equals(role.asText()))) {
        problems.add(
            "%s: its role %s is none of the stack's: only those have policies here"
                .formatted(policy.id(), role.asText()));
      }
      byRole.computeIfAbsent(role.asText(), r -> new ArrayList<>()).addAll(statements);
    }
  }

  private Role role(Resource role) {
    var identity =
        new ArrayList<>(byRole.getOrDefault(stack.names().physical(role.id()), List.of()));
    for (var inline : role.get("Policies")) {
      identity.addAll(document(role, inline.path("PolicyDocument"), Kind.IDENTITY));
    }
    for (var arn : role.get("ManagedPolicyArns")) {
      identity.addAll(managed(role, arn.asText()));
    }
    var boundary = role.text("PermissionsBoundary");
    return new Role(
        List.copyOf(identity),
        boundary.isEmpty() ? Optional.empty() : Optional.of(managed(role, boundary)),
        document(role, role.get("AssumeRolePolicyDocument"), Kind.TRUST),
        tags(role));
  }

  private static Map<String, String> tags(Resource role) {
    return Document.listed(role.get("Tags")).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                tag -> tag.path("Key").asText(), tag -> tag.path("Value").asText()));
  }

  private List<Statement> managed(Resource role, String arn) {
    var statements = managed.get(arn);
    if (statements == null) {
      problems.add(
          "%s: the policy %s is none of the stack's, and AWS's own are not known: write its statements into a policy of the stack"
              .formatted(role.id(), arn));
      return List.of();
    }
    return statements;
  }

  private Map<String, List<Statement>> resources() {
    var all = new HashMap<String, List<Statement>>();
    for (var permission : stack.all(IamTypes.LAMBDA)) {
      var function = function(permission.text("FunctionName"));
      add(all, function, permission(permission, function));
    }
    for (var policy : stack.all(IamTypes.BUCKET)) {
      add(all, "arn:aws:s3:::" + policy.text("Bucket"), document(policy, Kind.RESOURCE));
    }
    for (var policy : stack.all(IamTypes.QUEUE)) {
      var statements = document(policy, Kind.RESOURCE);
      for (var url : policy.get("Queues")) {
        var name = url.asText().substring(url.asText().lastIndexOf('/') + 1);
        add(all, stack.names().arn("sqs", name), statements);
      }
    }
    for (var policy : stack.all(IamTypes.TOPIC)) {
      var statements = document(policy, Kind.RESOURCE);
      for (var topic : policy.get("Topics")) {
        add(all, topic.asText(), statements);
      }
    }
    return Map.copyOf(all);
  }

  /** By the certificates that IoT policies are attached to. */
  private Map<String, List<Statement>> devices() {
    var byName = new HashMap<String, List<Statement>>();
    for (var policy : stack.all(IamTypes.DEVICES)) {
      byName.put(
          IamTypes.devicesName(stack.names(), policy.id(), policy.text("PolicyName")),
          document(policy, Kind.IDENTITY));
    }
    var all = new HashMap<String, List<Statement>>();
    for (var attachment : stack.all(IamTypes.ATTACHED)) {
      var statements = byName.get(attachment.text("PolicyName"));
      if (statements == null) {
        problems.add(
            "%s: its policy %s is none of the stack's"
                .formatted(attachment.id(), attachment.text("PolicyName")));
      } else {
        add(all, attachment.text("Principal"), statements);
      }
    }
    return Map.copyOf(all);
  }

  private List<Statement> permission(Resource permission, String function) {
    try {
      return List.of(LambdaPermission.statement(permission, function));
    } catch (IllegalArgumentException e) {
      problems.add("%s: %s".formatted(permission.id(), e.getMessage()));
      return List.of();
    }
  }

  private List<Statement> document(Resource policy, Kind kind) {
    return document(policy, policy.get("PolicyDocument"), kind);
  }

  private List<Statement> document(Resource holder, JsonNode document, Kind kind) {
    try {
      return Document.read(holder.id(), document, kind);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return List.of();
    }
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
