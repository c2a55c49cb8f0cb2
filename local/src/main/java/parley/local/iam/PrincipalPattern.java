package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The {@code Principal} of a resource's policy or of a role's trust policy.
 *
 * @param everybody whether it names everybody
 * @param arns accounts, roles and sessions
 * @param services services of AWS
 */
record PrincipalPattern(boolean everybody, Set<String> arns, Set<String> services) {

  /** How exactly a principal is named, from not at all on. */
  enum Match {
    NONE,
    /** By its account, which leaves the decision to the account's own policies. */
    ACCOUNT,
    /** By its role, or by its service. */
    ROLE,
    /** By the session itself, or with everybody: its role's boundary does not matter then. */
    SESSION
  }

  static PrincipalPattern of(JsonNode principal) {
    if (principal.isTextual()) {
      return new PrincipalPattern(principal.asText().equals("*"), Set.of(), Set.of());
    }
    var arns = new HashSet<String>();
    var services = new HashSet<String>();
    for (var kind : principal.properties()) {
      var named = Document.listed(kind.getValue()).stream().map(JsonNode::asText).toList();
      switch (kind.getKey()) {
        case "AWS" -> arns.addAll(named);
        case "Service" -> services.addAll(named);
        case "Federated", "CanonicalUser" -> {
          // Nobody in the twin is one of those.
        }
        default ->
            throw new IllegalArgumentException(
                "the principal %s is unknown: there are AWS, Service, Federated, CanonicalUser"
                    .formatted(kind.getKey()));
      }
    }
    return new PrincipalPattern(arns.remove("*"), arns, services);
  }

  Match match(Principal principal) {
    if (everybody) {
      return Match.SESSION;
    }
    return switch (principal) {
      case Principal.Service service -> services.contains(service.name()) ? Match.ROLE : Match.NONE;
      case Principal.RoleSession session -> match(session);
    };
  }

  private Match match(Principal.RoleSession session) {
    if (arns.contains(session.arn())) {
      return Match.SESSION;
    }
    if (arns.contains(session.role())) {
      return Match.ROLE;
    }
    var account = session.role().split(":", 6)[4];
    return arns.contains(account) || arns.contains("arn:aws:iam::%s:root".formatted(account))
        ? Match.ACCOUNT
        : Match.NONE;
  }
}
