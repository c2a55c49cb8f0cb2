package parley.local.iot;

import java.util.Optional;
import parley.local.template.Resource;

/**
 * A rule that passes on what is published.
 *
 * @param id its logical id
 * @param name as it is told of where it fails
 * @param sql which messages, and what of them
 * @param action what is done with it
 * @param onError what is done with a message where the action fails
 */
record TopicRule(
    String id, String name, Sql sql, QueueAction action, Optional<QueueAction> onError) {

  private static final String SQL_VERSION = "2016-03-23";

  /**
   * Reads one; throws {@link IllegalArgumentException} where the twin cannot run it.
   *
   * @param name the rule's physical name
   */
  static TopicRule of(Resource rule, String name) {
    var payload = rule.get("TopicRulePayload");
    var actions = payload.path("Actions");
    if (actions.size() != 1) {
      throw new IllegalArgumentException(
          "it has %d actions, and the twin runs one".formatted(actions.size()));
    }
    if (!payload.path("AwsIotSqlVersion").asText().equals(SQL_VERSION)) {
      throw new IllegalArgumentException("AwsIotSqlVersion must be " + SQL_VERSION);
    }
    return new TopicRule(
        rule.id(),
        name,
        Sql.read(payload.path("Sql").asText()),
        QueueAction.of(actions.path(0)),
        Optional.ofNullable(payload.get("ErrorAction")).map(QueueAction::of));
  }

  static boolean isEnabled(Resource rule) {
    return !rule.get("TopicRulePayload.RuleDisabled").asBoolean();
  }
}
