package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code Principal} of a resource's policy or of a role's trust policy.
 *
 * @param everybody whether it names everybody
 * @param arns accounts, roles and sessions
 * @param services services of AWS
 */
record PrincipalPattern(boolean everybody, Set<String> arns, Set<String> services) {

  private static final Pattern AWS =
      Pattern.compile("\\d{12}|arn:[\\w-]+:(iam|sts)::\\d{12}:[^*?]+");

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
      if (!principal.asText().equals("*")) {
        throw new IllegalArgumentException(
            "the principal \"%s\" is none: it may be \"*\", or an object with AWS or Service"
                .formatted(principal.asText()));
      }
      return new PrincipalPattern(true, Set.of(), Set.of());
    }
    var arns = new HashSet<String>();
    var services = new HashSet<String>();
    for (var kind : principal.properties()) {
      var named = Document.listed(kind.getValue()).stream().map(JsonNode::asText).toList();
      switch (kind.getKey()) {
        case "AWS" -> named.forEach(name -> arns.add(arn(name)));
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

  /** AWS takes no wildcards within: such a name would be nobody's. */
  private static String arn(String name) {
    if (!name.equals("*") && !AWS.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the principal %s is none of AWS's: it may be *, an account's id, or an ARN of IAM or STS without wildcards"
              .formatted(name));
    }
    return name;
  }

  Match match(Principal principal) {
    if (everybody) {
      return Match.SESSION;
    }
    return switch (principal) {
      case Principal.Service service -> services.contains(service.name()) ? Match.ROLE : Match.NONE;
      case Principal.RoleSession session -> match(session);
      case Principal.Device _ -> Match.NONE;
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
