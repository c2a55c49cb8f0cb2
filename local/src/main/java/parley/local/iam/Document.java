package parley.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads policy documents. Throws {@link IllegalArgumentException} for what is no policy, or asks
 * for what the twin cannot decide.
 */
final class Document {

  private static final String WITHOUT_VARIABLES = "2008-10-17";

  private static final Set<String> MEMBERS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private Document() {}

  /**
   * The statements of a document.
   *
   * @param policy the logical id of the resource that holds it
   */
  static List<Statement> read(String policy, JsonNode document) {
    var knowsVariables =
        !document.path("Version").asText(WITHOUT_VARIABLES).equals(WITHOUT_VARIABLES);
    var statements = new ArrayList<Statement>();
    for (var statement : listed(document.path("Statement"))) {
      statements.add(read(policy, statements.size(), statement, knowsVariables));
    }
    return statements;
  }

  private static Statement read(String policy, int index, JsonNode json, boolean knowsVariables) {
    if (json.has("NotPrincipal")) {
      throw malformed(
          policy,
          index,
          "NotPrincipal is not implemented, and AWS advises against it: write Principal %s, and a condition on aws:PrincipalArn%s",
          "*",
          "");
    }
    json.fieldNames()
        .forEachRemaining(
            member -> {
              if (!MEMBERS.contains(member)) {
                throw malformed(policy, index, "%s is unknown: there are %s", member, MEMBERS);
              }
            });
    var effect = json.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw malformed(policy, index, "Effect is \"%s\": it may be Allow or Deny%s", effect, "");
    }
    only(policy, index, json, "Action", "NotAction");
    only(policy, index, json, "Resource", "NotResource");
    var resources =
        texts(
            json.has("NotResource") ? json.get("NotResource") : json.path("Resource"),
            knowsVariables);
    for (var resource : resources) {
      if (!Arn.is(resource.written())) {
        throw malformed(
            policy,
            index,
            "the resource %s is no ARN: it may be * or arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE%s",
            resource.written(),
            "");
      }
    }
    return new Statement(
        policy,
        index,
        effect.equals("Allow"),
        json.has("Principal")
            ? Optional.of(PrincipalPattern.of(json.get("Principal")))
            : Optional.empty(),
        actions(json),
        json.has("NotAction"),
        resources,
        json.has("NotResource"),
        conditions(json.path("Condition"), knowsVariables),
        Set.of());
  }

  static List<Text> texts(JsonNode values, boolean knowsVariables) {
    return listed(values).stream().map(v -> new Text(v.asText(), knowsVariables)).toList();
  }

  static List<JsonNode> listed(JsonNode value) {
    return value.isMissingNode()
        ? List.of()
        : value.isArray() ? value.valueStream().toList() : List.of(value);
  }

  private static List<String> actions(JsonNode json) {
    var actions = json.has("NotAction") ? json.get("NotAction") : json.path("Action");
    return listed(actions).stream().map(JsonNode::asText).toList();
  }

  private static List<Condition> conditions(JsonNode conditions, boolean knowsVariables) {
    var all = new ArrayList<Condition>();
    for (var operator : conditions.properties()) {
      for (var key : operator.getValue().properties()) {
        all.add(Condition.of(operator.getKey(), key.getKey(), key.getValue(), knowsVariables));
      }
    }
    return all;
  }

  private static void only(String policy, int index, JsonNode json, String one, String other) {
    if (json.has(one) && json.has(other)) {
      throw malformed(policy, index, "has both %s and %s: it may have one", one, other);
    }
  }

  private static IllegalArgumentException malformed(
      String policy, int index, String what, Object got, Object allowed) {
    return new IllegalArgumentException(
        "%s, statement %d: %s".formatted(policy, index, what.formatted(got, allowed)));
  }
}
