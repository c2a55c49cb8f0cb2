package parley.local.iam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.local.Part;
import parley.local.iam.Decision.Outcome;
import parley.local.iam.PrincipalPattern.Match;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * IAM for one stack in one account. Source: the IAM user guide, "Policy evaluation logic": an
 * explicit denial anywhere wins; a role's session needs its role's policies within its boundary, or
 * the resource's own policy; a service of AWS needs the resource's policy.
 *
 * <p>Until {@link #start} nothing is allowed.
 */
public final class Iam implements Part, Authority, Revocable {

  private final Clock clock;
  private volatile Optional<Grant> revoked;
  private volatile Policies whole = Policies.NONE;
  private volatile Policies policies = Policies.NONE;

  /** The stack's permissions as they are. */
  public Iam(Clock clock) {
    this(clock, Optional.empty());
  }

  /** Without one of the stack's grants, to see what fails for it. */
  public Iam(Clock clock, Optional<Grant> revoked) {
    this.clock = clock;
    this.revoked = revoked;
  }

  @Override
  public List<ResourceType> types() {
    return IamTypes.all();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var problems = new ArrayList<String>();
    var read = new StackReader(stack, problems).read();
    problems.addAll(KnownKeys.refusals(read.statements()));
    if (problems.isEmpty()) {
      problems.addAll(
          AssumedRoles.refusals(stack, (service, role) -> isTrusted(read, service, role)));
    }
    return problems;
  }

  @Override
  public void start(Stack stack) {
    whole = Policies.of(stack);
    policies = whole;
    revoked.ifPresent(this::revoke);
  }

  @Override
  public synchronized void revoke(Grant grant) {
    if (!whole.allowed().contains(grant) && !whole.allowedByResources().contains(grant)) {
      throw new IllegalArgumentException("no policy of the stack has the grant " + grant);
    }
    policies = whole.without(grant);
    revoked = Optional.of(grant);
  }

  @Override
  public Optional<Grant> revoked() {
    return revoked;
  }

  @Override
  public synchronized void restore() {
    policies = whole;
    revoked = Optional.empty();
  }

  /**
   * Every action and resource that a role or a device of the stack is allowed, pattern by pattern.
   */
  public List<Grant> allowed() {
    return policies.allowed();
  }

  /** Every action and resource that a resource's own policy allows others, pattern by pattern. */
  public List<Grant> allowedByResources() {
    return policies.allowedByResources();
  }

  /** The same without one of these grants. */
  public Authority without(Grant grant) {
    var other = new Iam(clock);
    other.policies = policies.without(grant);
    return other;
  }

  @Override
  public Decision decide(Principal principal, Access access) {
    var role = policies.role(principal);
    var keys = Keys.of(principal, access, policies, clock.instant());
    var resource =
        matching(
            policies.resources().getOrDefault(Policies.owner(access.resource()), List.of()),
            principal,
            access,
            keys);
    return switch (principal) {
      case Principal.Service service -> new Request(service, access, resource).byResource();
      case Principal.Device device ->
          new Request(device, access, resource)
              .byRole(matching(policies.of(device), access, keys), Optional.empty());
      case Principal.RoleSession session ->
          new Request(session, access, resource)
              .byRole(
                  matching(role.identity(), access, keys),
                  role.boundary().map(boundary -> matching(boundary, access, keys)));
    };
  }

  @Override
  public void close() {}

  private static boolean isTrusted(Policies policies, String service, String roleArn) {
    var role = policies.roles().get(roleArn);
    var principal = new Principal.Service(service, "", "");
    var access = new Access("sts:AssumeRole", roleArn);
    var keys = Keys.of(principal, access, policies, Clock.systemUTC().instant());
    return role != null
        && new Request(principal, access, matching(role.trust(), principal, access, keys))
            .byResource()
            .allowed();
  }

  private static List<Matched> matching(List<Statement> statements, Access access, Keys keys) {
    var matching = new ArrayList<Matched>();
    for (var statement : statements) {
      var grants = statement.about(access, keys);
      if (!grants.isEmpty()) {
        matching.add(new Matched(statement.allows(), Match.SESSION, grants));
      }
    }
    return matching;
  }

  private static List<Matched> matching(
      List<Statement> statements, Principal principal, Access access, Keys keys) {
    var matching = new ArrayList<Matched>();
    for (var statement : statements) {
      var match = statement.match(principal);
      var grants = match == Match.NONE ? List.<Grant>of() : statement.about(access, keys);
      if (!grants.isEmpty()) {
        matching.add(new Matched(statement.allows(), match, grants));
      }
    }
    return matching;
  }

  /** A statement that is about a request. */
  private record Matched(boolean allows, Match match, List<Grant> grants) {}

  /** A request, and what the resource's own policy says of it. */
  private record Request(Principal principal, Access access, List<Matched> resource) {

    Decision byResource() {
      if (denies(resource)) {
        return denied(resource, "with an explicit deny in a resource-based policy");
      }
      return allows(resource, Match.ROLE)
          ? allowed(resource, List.of())
          : notAllowed("because no resource-based policy allows the %s action");
    }

    Decision byRole(List<Matched> identity, Optional<List<Matched>> boundary) {
      if (denies(identity)) {
        return denied(identity, "with an explicit deny in an identity-based policy");
      }
      if (denies(boundary.orElse(List.of()))) {
        return denied(boundary.get(), "with an explicit deny in a permissions boundary");
      }
      if (denies(resource)) {
        return denied(resource, "with an explicit deny in a resource-based policy");
      }
      var within = boundary.isEmpty() || allows(boundary.get(), Match.SESSION);
      if (allows(resource, Match.SESSION)
          || within && allows(resource, Match.ROLE)
          || within && allows(identity, Match.SESSION)) {
        return allowed(resource, identity);
      }
      return notAllowed(
          within
              ? "because no identity-based policy allows the %s action"
              : "because no permissions boundary allows the %s action");
    }

    private static boolean denies(List<Matched> statements) {
      return statements.stream().anyMatch(statement -> !statement.allows());
    }

    private static boolean allows(List<Matched> statements, Match least) {
      return statements.stream().anyMatch(s -> s.allows() && s.match().compareTo(least) >= 0);
    }

    private Decision allowed(List<Matched> one, List<Matched> other) {
      var grants = new ArrayList<>(grants(one, true));
      grants.addAll(grants(other, true));
      return new Decision(principal, access, Outcome.ALLOWED, List.copyOf(grants), "");
    }

    private Decision denied(List<Matched> by, String reason) {
      return new Decision(principal, access, Outcome.EXPLICITLY_DENIED, grants(by, false), reason);
    }

    private Decision notAllowed(String reason) {
      return new Decision(
          principal,
          access,
          Outcome.IMPLICITLY_DENIED,
          List.of(),
          reason.formatted(access.action()));
    }

    private static List<Grant> grants(List<Matched> statements, boolean allowing) {
      return statements.stream()
          .filter(statement -> statement.allows() == allowing)
          .flatMap(statement -> statement.grants().stream())
          .toList();
    }
  }
}
