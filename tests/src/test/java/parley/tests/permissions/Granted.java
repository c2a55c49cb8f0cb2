package parley.tests.permissions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.infra.review.Permission;
import parley.infra.review.Permissions;
import parley.local.ResourceTypes;
import parley.local.iam.Authority;
import parley.local.iam.Grant;
import parley.local.iam.Iam;
import parley.local.template.Assembly;
import parley.local.template.ResolvedStack;

/** What the demo instance's policies grant, in the reviewer's words and in the twin's. */
final class Granted {

  private static final int PORT = 4600;

  private final Assembly assembly;
  private final Iam iam = new Iam(Clock.systemUTC());
  private final Map<Permission, Grant> grants = new HashMap<>();

  private Granted(Assembly assembly) {
    this.assembly = assembly;
    var stack = ResourceTypes.resolve(assembly, PORT);
    iam.start(stack);
    Permissions.of(assembly.template()).forEach(p -> grants.put(p, grant(stack, p)));
  }

  static Granted read() throws IOException {
    return new Granted(Assembly.read(Path.of("../cdk.out/demo"), Optional.empty()));
  }

  String stack() {
    return assembly.stack();
  }

  com.fasterxml.jackson.databind.JsonNode template() {
    return assembly.template();
  }

  /** By holder, resource and action. */
  List<Permission> permissions() {
    return Permissions.of(assembly.template());
  }

  /** As the twin's decisions name it. */
  Grant grant(Permission permission) {
    return grants.get(permission);
  }

  /** All that the twin's evaluator found granted to roles and devices. */
  List<Grant> grants() {
    return iam.allowed();
  }

  /** What resources' own policies grant, mostly to services of AWS's. */
  List<Grant> ofResources() {
    return iam.allowedByResources();
  }

  Authority without(Grant grant) {
    return iam.without(grant);
  }

  private static Grant grant(ResolvedStack stack, Permission permission) {
    var holder = stack.get(permission.policy());
    var policies = holder.get("Policies");
    var policy =
        policies.isEmpty() ? holder.get("PolicyDocument") : policies.at("/0/PolicyDocument");
    var resources = policy.path("Statement").path(permission.statement()).path("Resource");
    var resource = resources.isArray() ? resources.path(permission.position()) : resources;
    return new Grant(
        permission.policy(), permission.statement(), permission.action(), resource.asText());
  }
}
