package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads policy documents. Throws {@link IllegalArgumentException} for what AWS would not accept, or
 * what the twin cannot decide: a denial that is misread is one that is not there.
 */
final class Document {

  private static final String WITHOUT_VARIABLES = "2008-10-17";
  private static final String WITH_VARIABLES = "2012-10-17";
  private static final Pattern ACTION = Pattern.compile("\\*|[\\w-]+:[\\w*?-]+");

  private static final Set<String> DOCUMENT = Set.of("Id", "Statement", "Version");
  private static final Set<String> STATEMENT =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final String policy;
  private final Kind kind;
  private final boolean knowsVariables;

  /** Whose policy it is. */
  enum Kind {
    /** A role's: it names no principal. */
    IDENTITY,
    /** A resource's. */
    RESOURCE,
    /** Of a role, about who may be it: it names no resource. */
    TRUST
  }

  private Document(String policy, Kind kind, boolean knowsVariables) {
    this.policy = policy;
    this.kind = kind;
    this.knowsVariables = knowsVariables;
  }

  /**
   * The statements of a document.
   *
   * @param policy the logical id of the resource that holds it
   */
  static List<Statement> read(String policy, JsonNode document, Kind kind) {
    var version = document.path("Version").asText(WITHOUT_VARIABLES);
    try {
      known(DOCUMENT, document);
      if (!version.equals(WITHOUT_VARIABLES) && !version.equals(WITH_VARIABLES)) {
        throw new IllegalArgumentException(
            "the version is \"%s\": it may be %s or %s"
                .formatted(version, WITH_VARIABLES, WITHOUT_VARIABLES));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(policy, e.getMessage()), e);
    }
    var reader = new Document(policy, kind, version.equals(WITH_VARIABLES));
    var statements = new ArrayList<Statement>();
    for (var statement : listed(document.path("Statement"))) {
      statements.add(reader.located(statements.size(), statement));
    }
    return statements;
  }

  static List<Text> texts(JsonNode values, boolean knowsVariables) {
    return listed(values).stream().map(v -> new Text(v.asText(), knowsVariables)).toList();
  }

  static List<JsonNode> listed(JsonNode value) {
    return value.isMissingNode()
        ? List.of()
        : value.isArray() ? value.valueStream().toList() : List.of(value);
  }

  private Statement located(int index, JsonNode json) {
    try {
      return statement(index, json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, statement %d: %s".formatted(policy, index, e.getMessage()), e);
    }
  }

  private Statement statement(int index, JsonNode json) {
    if (json.has("NotPrincipal")) {
      throw new IllegalArgumentException(
          "NotPrincipal is not implemented, and AWS advises against it: write Principal *, and a condition on aws:PrincipalArn");
    }
    known(STATEMENT, json);
    var effect = json.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new IllegalArgumentException(
          "Effect is \"%s\": it may be Allow or Deny".formatted(effect));
    }
    var actions = one(json, "Action", "NotAction");
    return new Statement(
        policy,
        index,
        effect.equals("Allow"),
        principal(json),
        actions(json.get(actions)),
        actions.equals("NotAction"),
        resources(json),
        json.has("NotResource"),
        conditions(json.path("Condition")),
        Set.of());
  }

  private Optional<PrincipalPattern> principal(JsonNode json) {
    if ((kind == Kind.IDENTITY) == json.has("Principal")) {
      throw new IllegalArgumentException(
          kind == Kind.IDENTITY
              ? "Principal has no place in a role's policy: take it out"
              : "Principal is missing: say whom it is about");
    }
    return Optional.ofNullable(json.get("Principal")).map(PrincipalPattern::of);
  }

  private static List<ActionPattern> actions(JsonNode json) {
    var actions = listed(json).stream().map(JsonNode::asText).toList();
    for (var action : actions) {
      if (!ACTION.matcher(action).matches()) {
        throw new IllegalArgumentException(
            "the action %s is none: it may be * or SERVICE:ACTION".formatted(action));
      }
    }
    return actions.stream().map(ActionPattern::of).toList();
  }

  private List<Text> resources(JsonNode json) {
    if (kind == Kind.TRUST) {
      if (json.has("Resource") || json.has("NotResource")) {
        throw new IllegalArgumentException(
            "a trust policy is about its own role: take Resource and NotResource out");
      }
      return List.of();
    }
    var resources = texts(json.get(one(json, "Resource", "NotResource")), knowsVariables);
    for (var resource : resources) {
      resource.variables();
      if (!Arn.is(resource.written())) {
        throw new IllegalArgumentException(
            "the resource %s is no ARN: it may be * or arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"
                .formatted(resource.written()));
      }
    }
    return resources;
  }

  private List<Condition> conditions(JsonNode conditions) {
    var all = new ArrayList<Condition>();
    for (var operator : conditions.properties()) {
      for (var key : operator.getValue().properties()) {
        all.add(Condition.of(operator.getKey(), key.getKey(), key.getValue(), knowsVariables));
      }
    }
    return all;
  }

  private static void known(Set<String> members, JsonNode json) {
    for (var member : json.properties()) {
      if (!members.contains(member.getKey())) {
        throw new IllegalArgumentException(
            "%s is unknown: there are %s".formatted(member.getKey(), new TreeSet<>(members)));
      }
    }
  }

  /**
   * Which of the two is there: without either, a statement would be about nothing or everything.
   */
  private static String one(JsonNode json, String one, String other) {
    if (json.has(one) && json.has(other)) {
      throw new IllegalArgumentException(
          "it has both %s and %s: it may have one".formatted(one, other));
    }
    var name = json.has(one) ? one : other;
    if (listed(json.path(name)).isEmpty()) {
      throw new IllegalArgumentException(
          "it names nothing: give %s or %s a value".formatted(one, other));
    }
    return name;
  }
}
