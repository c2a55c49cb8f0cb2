package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that the roles of a template allow, and the policies of its devices. */
public final class Permissions {

  private Permissions() {}

  /** By holder, resource and action. */
  public static List<Permission> of(JsonNode template) {
    var all = new ArrayList<Permission>();
    for (var resource : template.path("Resources").properties()) {
      var properties = resource.getValue().path("Properties");
      var id = resource.getKey();
      switch (resource.getValue().path("Type").asText()) {
        case "AWS::IAM::Role" ->
            properties
                .path("Policies")
                .forEach(policy -> add(Plain.name(id).replaceFirst("Role$", ""), id, policy, all));
        case "AWS::IoT::Policy" -> add(Plain.name(id), id, properties, all);
        default -> {
          // Whatever else allows something is no role's and no device's.
        }
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
      if (statement.path("Effect").asText().equals("Allow")) {
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
  }

  static List<JsonNode> listed(JsonNode value) {
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }
}
