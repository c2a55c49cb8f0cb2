package parley.infra.platform;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * A role of one principal of the stack, with one policy. The policy stands in the role, and is no
 * resource beside it: CloudFormation counts 500 of them in a template.
 */
public final class OwnRole {

  private final PolicyDocument policy = new PolicyDocument();
  private final Role role;

  /**
   * A role that may do nothing yet.
   *
   * @param service which service takes it, such as {@code lambda}
   */
  public OwnRole(Construct scope, String id, String service) {
    role =
        Role.Builder.create(scope, id)
            .assumedBy(new ServicePrincipal(service + ".amazonaws.com"))
            .inlinePolicies(Map.of("Own", policy))
            .build();
    Accepted.ONE_ROLE_ONE_POLICY.on(role);
  }

  /** Lets it do something to named resources and to nothing else. */
  public OwnRole allow(List<String> actions, String... resources) {
    policy.addStatements(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build());
    return this;
  }

  /** Lets it do something to resources of which a part of the name is not known before. */
  public void allowPattern(List<String> actions, String resource) {
    allow(actions, resource);
    Accepted.IDS_NOT_YET_KNOWN.on(role);
  }

  /** What takes it is made with this. */
  public Role role() {
    return role;
  }
}
