package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds data, and what becomes of it: a line for each table, pool, bucket, queue, stream and
 * secret, and one for logs that are kept alike.
 */
final class Holdings {

  /** Source: SQS's API reference, {@code MessageRetentionPeriod}: four days, in seconds. */
  private static final int UNLESS_SET = 345_600;

  private final List<String> lines = new ArrayList<>();

  private Holdings() {}

  static String of(Synthesized stack) {
    var holdings = new Holdings();
    var logs = new TreeMap<String, Integer>();
    stack.each(
        (id, resource) -> {
          var p = resource.path("Properties");
          switch (resource.path("Type").asText()) {
            case "AWS::DynamoDB::GlobalTable" -> holdings.add(id, resource, table(p));
            case "AWS::Cognito::UserPool" ->
                holdings.add(
                    id, resource, "protected=" + p.path("DeletionProtection").asText("no"));
            case "AWS::S3::Bucket" ->
                holdings.add(
                    id,
                    resource,
                    "encrypted=%s expires=%s".formatted(p.has("BucketEncryption"), expiry(p)));
            case "AWS::SQS::Queue" ->
                holdings.add(
                    id,
                    resource,
                    "kept=%ds encrypted=%s"
                        .formatted(
                            p.path("MessageRetentionPeriod").asInt(UNLESS_SET),
                            p.path("SqsManagedSseEnabled").asBoolean()));
            case "AWS::Kinesis::Stream" ->
                holdings.add(
                    id,
                    resource,
                    "kept=%dh encrypted=%s"
                        .formatted(
                            p.path("RetentionPeriodHours").asInt(), p.has("StreamEncryption")));
            case "AWS::SecretsManager::Secret" ->
                holdings.add(id, resource, "value by " + author(p));
            case "AWS::Logs::LogGroup" ->
                logs.merge(
                    "logs kept for %d days, then %s"
                        .formatted(p.path("RetentionInDays").asInt(), end(resource)),
                    1,
                    Integer::sum);
            default -> {}
          }
        });
    logs.forEach((what, count) -> holdings.lines.add("%d %s".formatted(count, what)));
    holdings.lines.sort(null);
    return String.join("\n", holdings.lines) + "\n";
  }

  private void add(String id, JsonNode resource, String what) {
    var replaced = resource.path("UpdateReplacePolicy").asText("Delete");
    lines.add(
        "%s: %s; replaced: %s; with the stack: %s"
            .formatted(id, what, replaced.equals("Delete") ? "deleted" : "kept", end(resource)));
  }

  /** In how many days objects go: all of them, unless it is said. */
  private static String expiry(JsonNode bucket) {
    var rules =
        bucket
            .at("/LifecycleConfiguration/Rules")
            .valueStream()
            .filter(rule -> rule.path("Status").asText().equals("Enabled"))
            .filter(rule -> rule.has("ExpirationInDays"))
            .map(rule -> rule.path("ExpirationInDays").asText() + (ofSome(rule) ? "d some" : "d"))
            .toList();
    return rules.isEmpty() ? "never" : String.join(",", rules);
  }

  private static boolean ofSome(JsonNode rule) {
    return rule.has("Prefix") || rule.has("TagFilters") || rule.has("ObjectSizeGreaterThan");
  }

  /** Whose value a deployment would write, or lose. */
  private static String author(JsonNode secret) {
    return secret.has("SecretString") || secret.has("GenerateSecretString")
        ? "the template"
        : "an operator";
  }

  private static String end(JsonNode resource) {
    return resource.path("DeletionPolicy").asText("Delete").toLowerCase(java.util.Locale.ROOT);
  }

  private static String table(JsonNode p) {
    var replica = p.at("/Replicas/0");
    var indexes = new ArrayList<String>();
    p.path("GlobalSecondaryIndexes")
        .forEach(i -> indexes.add(i.path("IndexName").asText() + key(i.path("KeySchema"))));
    return "key%s indexes=%s expires=%s stream=%s protected=%s restorable=%s encrypted=%s"
        .formatted(
            key(p.path("KeySchema")),
            indexes,
            p.at("/TimeToLiveSpecification/AttributeName").asText("never"),
            p.at("/StreamSpecification/StreamViewType").asText("none"),
            replica.path("DeletionProtectionEnabled").asBoolean(),
            replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean(),
            p.at("/SSESpecification/SSEEnabled").asBoolean() ? "KMS" : "by the service");
  }

  private static List<String> key(JsonNode schema) {
    return schema.findValuesAsText("AttributeName");
  }

  /** Logical ids of all that holds something, by what CloudFormation would do for a new one. */
  static Map<String, String> ids(Synthesized stack) {
    var lost =
        Map.of(
            "AWS::DynamoDB::GlobalTable", "table",
            "AWS::Cognito::UserPool", "user pool",
            "AWS::S3::Bucket", "bucket",
            "AWS::SQS::Queue", "queue",
            "AWS::Kinesis::Stream", "stream",
            "AWS::SecretsManager::Secret", "secret",
            "AWS::Logs::LogGroup", "log");
    var ids = new TreeMap<String, String>();
    stack.each(
        (id, resource) -> {
          var what = lost.get(resource.path("Type").asText());
          if (what != null) {
            ids.put(id, what);
          }
        });
    return ids;
  }
}
