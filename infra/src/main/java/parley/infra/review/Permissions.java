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
      switch (resource.getValue().path("Type").asText()) {
        case "AWS::IAM::Policy" -> add(role(properties), resource.getKey(), properties, all);
        case "AWS::IoT::Policy" ->
            add(Plain.name(resource.getKey()), resource.getKey(), properties, all);
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

  private static String role(JsonNode properties) {
    return Plain.name(properties.at("/Roles/0/Ref").asText()).replaceFirst("Role$", "");
  }

  private static void add(String holder, String policy, JsonNode properties, List<Permission> all) {
    var statements = listed(properties.at("/PolicyDocument/Statement"));
    for (var i = 0; i < statements.size(); i++) {
      var statement = statements.get(i);
      if (statement.path("Effect").asText().equals("Allow")) {
        var resources = listed(statement.path("Resource"));
        for (var position = 0; position < resources.size(); position++) {
          for (var action : listed(statement.path("Action"))) {
            all.add(
                new Permission(
                    holder,
                    policy,
                    i,
                    action.asText(),
                    position,
                    Plain.arn(resources.get(position))));
          }
        }
      }
    }
  }

  static List<JsonNode> listed(JsonNode value) {
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }
}
