package parley.local.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.local.template.Resource;

/**
 * Reads {@code AWS::Lambda::Permission} as the statement that Lambda makes of it. Source: the
 * Lambda API reference, AddPermission.
 */
final class LambdaPermission {

  private LambdaPermission() {}

  static Statement statement(Resource permission, String function) {
    var principal = permission.text("Principal");
    var kind = principal.contains(".amazonaws.com") ? "Service" : "AWS";
    var named = PrincipalPattern.of(JsonNodeFactory.instance.objectNode().put(kind, principal));
    return new Statement(
        permission.id(),
        0,
        true,
        Optional.of(named),
        List.of(ActionPattern.of(permission.text("Action"))),
        false,
        List.of(new Text(function, false)),
        false,
        conditions(permission),
        Set.of());
  }

  private static List<Condition> conditions(Resource permission) {
    var conditions = new ArrayList<Condition>();
    add(conditions, "ArnLike", "aws:SourceArn", permission.text("SourceArn"));
    add(conditions, "StringEquals", "aws:SourceAccount", permission.text("SourceAccount"));
    return conditions;
  }

  private static void add(List<Condition> conditions, String operator, String key, String value) {
    if (!value.isEmpty()) {
      conditions.add(Condition.of(operator, key, JsonNodeFactory.instance.textNode(value), false));
    }
  }
}
