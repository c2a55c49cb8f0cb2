package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A stack with the names that CloudFormation would give: the stack's, the logical id, and something
 * that is never the same twice. Every stack is in the same account and region.
 */
final class Deployed {

  private static final String ACCOUNT = "123456789012";
  private static final String HERE = "eu-west-1:" + ACCOUNT;
  private static final Pattern IN_SUB = Pattern.compile("\\$\\{([^}.]+)(?:\\.([^}]+))?}");

  /** Properties that name a resource in its account or region, where the template sets them. */
  private static final Set<String> NAMES =
      Set.of(
          "TableName",
          "FunctionName",
          "BucketName",
          "RoleName",
          "LogGroupName",
          "QueueName",
          "TopicName",
          "UserPoolName",
          "Domain",
          "AlarmName",
          "AliasName",
          "ManagedPolicyName");

  /** How a type's ARN goes on after the service; what has none here is never in a policy. */
  private static final Map<String, String> ARNS =
      Map.ofEntries(
          Map.entry("AWS::DynamoDB::GlobalTable", "dynamodb:" + HERE + ":table/"),
          Map.entry("AWS::Lambda::Function", "lambda:" + HERE + ":function:"),
          Map.entry("AWS::Logs::LogGroup", "logs:" + HERE + ":log-group:"),
          Map.entry("AWS::SQS::Queue", "sqs:" + HERE + ":"),
          Map.entry("AWS::SNS::Topic", "sns:" + HERE + ":"),
          Map.entry("AWS::S3::Bucket", "s3:::"),
          Map.entry("AWS::Kinesis::Stream", "kinesis:" + HERE + ":stream/"),
          Map.entry("AWS::IAM::Role", "iam::" + ACCOUNT + ":role/"),
          Map.entry("AWS::Cognito::UserPool", "cognito-idp:" + HERE + ":userpool/"),
          Map.entry("AWS::CloudFront::Distribution", "cloudfront::" + ACCOUNT + ":distribution/"),
          Map.entry("AWS::ApiGatewayV2::Api", "execute-api:" + HERE + ":"));

  private final String stack;
  private final Map<String, JsonNode> resources = new TreeMap<>();
  private final Synthesized synthesized;

  Deployed(String stack, Synthesized synthesized) {
    this.stack = stack;
    this.synthesized = synthesized;
    synthesized.each(resources::put);
  }

  /** What each resource is called. */
  Set<String> names() {
    var names = new TreeSet<String>();
    resources.forEach((id, resource) -> names.add(type(id) + " " + ref(id)));
    return names;
  }

  /** Names that leave the stack. */
  Set<String> exports() {
    var names = new TreeSet<String>();
    synthesized.template().path("Outputs").findValues("Export").stream()
        .map(export -> text(export.path("Name")))
        .forEach(names::add);
    return names;
  }

  /** Who may call a function, from where. */
  Set<String> permissions() {
    var all = new TreeSet<String>();
    synthesized
        .all("AWS::Lambda::Permission")
        .forEach(
            (id, p) ->
                all.add(text(p.path("FunctionName")) + " from " + text(p.path("SourceArn"))));
    return all;
  }

  /** The resources that its roles may do something to, as the patterns that IAM reads. */
  Set<String> patterns() {
    var patterns = new TreeSet<String>();
    Statement.allowing(synthesized).stream()
        .filter(statement -> !statement.ofResource())
        .flatMap(statement -> statement.resources().stream())
        .forEach(resource -> patterns.add(text(resource)));
    return patterns;
  }

  /** The ARNs of all that a policy can name, and of things inside of them. */
  Set<String> arns() {
    var arns = new TreeSet<String>();
    BiConsumer<String, List<String>> add =
        (arn, inside) -> {
          arns.add(arn);
          inside.forEach(part -> arns.add(arn + part));
        };
    resources.keySet().stream()
        .filter(id -> ARNS.containsKey(type(id)))
        .forEach(id -> add.accept(arn(id), inside(type(id))));
    synthesized.all("AWS::Lambda::Alias").keySet().forEach(id -> arns.add(ref(id)));
    return arns;
  }

  private static List<String> inside(String type) {
    return switch (type) {
      case "AWS::DynamoDB::GlobalTable" ->
          List.of(
              "/index/ByUser", "/index/ByConnection", "/index/Public", "/stream/2026-01-01T00:00");
      case "AWS::Logs::LogGroup" -> List.of(":*", ":log-stream:a");
      case "AWS::S3::Bucket" -> List.of("/index.html", "/assets/a.js");
      case "AWS::Lambda::Function" -> List.of(":live", ":1");
      case "AWS::ApiGatewayV2::Api" ->
          List.of("/ws/POST/@connections/a", "/ws/DELETE/@connections/a", "/ws/$connect");
      default -> List.of();
    };
  }

  private String type(String id) {
    return resources.get(id).path("Type").asText();
  }

  private String arn(String id) {
    return "arn:aws:" + ARNS.get(type(id)) + ref(id);
  }

  private String ref(String id) {
    var properties = resources.get(id).path("Properties");
    if (type(id).equals("AWS::Lambda::Alias")) {
      return "arn:aws:lambda:%s:function:%s:%s"
          .formatted(HERE, text(properties.path("FunctionName")), text(properties.path("Name")));
    }
    for (var name : NAMES) {
      if (properties.has(name)
          && !type(id).equals("AWS::Lambda::Permission")
          && !type(id).equals("AWS::Lambda::Version")) {
        return text(properties.path(name));
      }
    }
    var unique = Integer.toHexString((stack + "/" + id).hashCode());
    var name = "%s-%s-%s".formatted(stack, id, unique.toUpperCase(Locale.ROOT));
    return type(id).equals("AWS::S3::Bucket") ? name.toLowerCase(Locale.ROOT) : name;
  }

  private String attribute(String id, String name) {
    return switch (name) {
      case "Arn", "TopicArn" -> ARNS.containsKey(type(id)) ? logArn(id) : ref(id) + ".Arn";
      case "StreamArn" -> arn(id) + "/stream/2026-01-01T00:00";
      default -> ref(id) + "." + name;
    };
  }

  private String logArn(String id) {
    return type(id).equals("AWS::Logs::LogGroup") ? arn(id) + ":*" : arn(id);
  }

  private String value(String name) {
    return switch (name) {
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> "eu-west-1";
      case "AWS::AccountId" -> ACCOUNT;
      case "AWS::StackName" -> stack;
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> ref(name);
    };
  }

  private String text(JsonNode value) {
    if (value.has("Ref")) {
      return value(value.path("Ref").asText());
    }
    if (value.has("Fn::GetAtt")) {
      var parts = value.path("Fn::GetAtt");
      return attribute(parts.path(0).asText(), parts.path(1).asText());
    }
    if (value.has("Fn::Join")) {
      var parts = value.at("/Fn::Join/1").valueStream().map(this::text).toList();
      return String.join(value.at("/Fn::Join/0").asText(), parts);
    }
    if (value.has("Fn::Sub")) {
      return IN_SUB.matcher(value.path("Fn::Sub").asText()).replaceAll(this::substituted);
    }
    if (!value.isValueNode()) {
      throw new AssertionError("an expression that this test does not know: " + value);
    }
    return value.asText();
  }

  private String substituted(MatchResult found) {
    var attribute = found.group(2);
    return attribute == null ? value(found.group(1)) : attribute(found.group(1), attribute);
  }
}
