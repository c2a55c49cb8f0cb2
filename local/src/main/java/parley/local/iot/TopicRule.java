package parley.local.iot;

import parley.local.iam.Principal;
import parley.local.template.Resource;

/**
 * A rule that passes on what is published to a queue.
 *
 * @param id its logical id
 * @param sql which messages, and what of them
 * @param queueUrl where to
 * @param role as which
 */
record TopicRule(String id, Sql sql, String queueUrl, Principal.RoleSession role) {

  private static final String SQL_VERSION = "2016-03-23";

  /** Reads one; throws {@link IllegalArgumentException} where the twin cannot run it. */
  static TopicRule of(Resource rule) {
    var payload = rule.get("TopicRulePayload");
    var actions = payload.path("Actions");
    if (actions.size() != 1) {
      throw new IllegalArgumentException(
          "it has %d actions, and one runs".formatted(actions.size()));
    }
    if (!payload.path("AwsIotSqlVersion").asText().equals(SQL_VERSION)) {
      throw new IllegalArgumentException("AwsIotSqlVersion must be " + SQL_VERSION);
    }
    var sqs = actions.path(0).path("Sqs");
    if (sqs.path("UseBase64").asBoolean()) {
      throw new IllegalArgumentException("UseBase64 is not implemented: take it out");
    }
    return new TopicRule(
        rule.id(),
        Sql.read(payload.path("Sql").asText()),
        sqs.path("QueueUrl").asText(),
        new Principal.RoleSession(sqs.path("RoleArn").asText(), "iot"));
  }

  static boolean isEnabled(Resource rule) {
    return !rule.get("TopicRulePayload.RuleDisabled").asBoolean();
  }
}
