package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that the roles of a template allow, and the policies of its devices. A template that says so
 * in another way than is read here is refused, so that nothing is passed over.
 */
public final class Permissions {

  private Permissions() {}

  /**
   * By holder, resource and action.
   *
   * @throws IllegalArgumentException for a policy that is neither in a role nor a device's, and for
   *     a statement that denies, or names all but what it lists
   */
  public static List<Permission> of(JsonNode template) {
    var all = new ArrayList<Permission>();
    for (var resource : template.path("Resources").properties()) {
      var properties = resource.getValue().path("Properties");
      var id = resource.getKey();
      var type = resource.getValue().path("Type").asText();
      switch (type) {
        case "AWS::IAM::Role" ->
            properties
                .path("Policies")
                .forEach(policy -> add(Plain.name(id).replaceFirst("Role$", ""), id, policy, all));
        case "AWS::IoT::Policy" -> add(Plain.name(id), id, properties, all);
        default -> refuseOtherHolder(id, type);
      }
    }
    all.sort(
        Comparator.comparing(Permission::holder)
            .thenComparing(Permission::resource)
            .thenComparing(Permission::action));
    return List.copyOf(all);
  }

  private static void add(String holder, String id, JsonNode policy, List<Permission> all) {
    var statements = listed(policy.at("/PolicyDocument/Statement"));
    for (var i = 0; i < statements.size(); i++) {
      var statement = statements.get(i);
      refuseUnread(id, statement);
      var resources = listed(statement.path("Resource"));
      for (var position = 0; position < resources.size(); position++) {
        for (var action : listed(statement.path("Action"))) {
          all.add(
              new Permission(
                  holder, id, i, action.asText(), position, Plain.arn(resources.get(position))));
        }
      }
    }
  }

  /** A policy beside its role, or a holder that is no role; no other type allows a role a thing. */
  private static void refuseOtherHolder(String id, String type) {
    if (type.startsWith("AWS::IAM::")) {
      throw new IllegalArgumentException(
          "%s is of type %s, which is not read; write what it allows into the role itself, as OwnRole does"
              .formatted(id, type));
    }
  }

  private static void refuseUnread(String id, JsonNode statement) {
    var effect = statement.path("Effect").asText();
    if (!effect.equals("Allow")) {
      throw new IllegalArgumentException(
          "a policy of %s has the effect %s, which is not read; allow less in its place"
              .formatted(id, effect));
    }
    for (var member : List.of("NotAction", "NotResource")) {
      if (statement.has(member)) {
        throw new IllegalArgumentException(
            "a policy of %s has %s, which is not read; name what it allows by Action and Resource"
                .formatted(id, member));
      }
    }
  }

  static List<JsonNode> listed(JsonNode value) {
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }
}
