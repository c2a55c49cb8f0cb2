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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack with the names that CloudFormation would give: the stack's, the logical id, and something
 * that is never the same twice. Every stack is in the same account and region.
 */
final class Deployed {

  private static final String ACCOUNT = "123456789012";
  private static final String HERE = "eu-west-1:" + ACCOUNT;
  private static final Pattern IN_SUB = Pattern.compile("\\$\\{([^}.]+)(?:\\.([^}]+))?}");

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
          Map.entry("AWS::ApiGatewayV2::Api", "execute-api:" + HERE + ":"),
          Map.entry("AWS::SecretsManager::Secret", "secretsmanager:" + HERE + ":secret:"),
          Map.entry("AWS::Events::EventBus", "events:" + HERE + ":event-bus/"),
          Map.entry("AWS::Events::Rule", "events:" + HERE + ":rule/"),
          Map.entry("AWS::Scheduler::Schedule", "scheduler:" + HERE + ":schedule/default/"),
          Map.entry("AWS::IoT::Certificate", "iot:" + HERE + ":cert/"),
          Map.entry("AWS::IoT::Thing", "iot:" + HERE + ":thing/"));

  /** Of these a reference gives the ARN. */
  private static final Set<String> REFERRED_BY_ARN =
      Set.of("AWS::SNS::Topic", "AWS::SecretsManager::Secret");

  private static final String THING = "${iot:Connection.Thing.ThingName}";
  private static final Pattern TOPIC = Pattern.compile("FROM '([^']+)'");

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
    resources.forEach(
        (id, resource) -> {
          var shown = Naming.shown(resource).map(this::text);
          names.add(type(id) + " " + shown.orElseGet(() -> name(id)));
        });
    return names;
  }

  /** Names in the template of which it is not known here what they name. */
  Set<String> unknownNames() {
    return resources.values().stream().flatMap(Naming::unknown).collect(Collectors.toSet());
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

  /** The resources that its roles and devices may do something to, as the patterns of IAM. */
  Set<String> patterns() {
    var patterns = new TreeSet<String>();
    Statement.allowing(synthesized).stream()
        .filter(statement -> !statement.ofResource())
        .flatMap(statement -> statement.resources().stream())
        .flatMap(resource -> ofEachThing(text(resource)))
        .forEach(patterns::add);
    return patterns;
  }

  /** A device is one of the things of its stack. */
  private Stream<String> ofEachThing(String pattern) {
    return pattern.contains(THING)
        ? things().map(thing -> pattern.replace(THING, thing))
        : Stream.of(pattern);
  }

  private Stream<String> things() {
    return synthesized.all("AWS::IoT::Thing").keySet().stream().map(this::name);
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
        .forEach(id -> add.accept(arn(id), inside(id)));
    synthesized.all("AWS::Lambda::Alias").keySet().forEach(id -> arns.add(ref(id)));
    things().forEach(thing -> arns.add("arn:aws:iot:" + HERE + ":client/" + thing));
    topics().forEach(topic -> arns.add("arn:aws:iot:" + HERE + ":topic/" + topic));
    return arns;
  }

  /** What devices publish on, as the rules have it. */
  private Stream<String> topics() {
    return synthesized.all("AWS::IoT::TopicRule").values().stream()
        .map(rule -> TOPIC.matcher(text(rule.at("/TopicRulePayload/Sql"))))
        .flatMap(found -> found.results().map(sql -> sql.group(1)));
  }

  private List<String> inside(String id) {
    return switch (type(id)) {
      case "AWS::DynamoDB::GlobalTable" ->
          Stream.concat(Stream.of("/stream/2026-01-01T00:00"), indexes(id)).toList();
      case "AWS::Logs::LogGroup" -> List.of(":*", ":log-stream:a");
      case "AWS::S3::Bucket" -> List.of("/index.html", "/assets/a.js");
      case "AWS::Lambda::Function" -> List.of(":live", ":1");
      case "AWS::ApiGatewayV2::Api" ->
          List.of("/ws/POST/@connections/a", "/ws/DELETE/@connections/a", "/ws/$connect");
      default -> List.of();
    };
  }

  private Stream<String> indexes(String table) {
    return resources
        .get(table)
        .at("/Properties/GlobalSecondaryIndexes")
        .valueStream()
        .map(index -> "/index/" + text(index.path("IndexName")));
  }

  private String type(String id) {
    return resources.get(id).path("Type").asText();
  }

  private String arn(String id) {
    return "arn:aws:" + ARNS.get(type(id)) + name(id);
  }

  private String ref(String id) {
    if (type(id).equals("AWS::Lambda::Alias")) {
      var properties = resources.get(id).path("Properties");
      return "arn:aws:lambda:%s:function:%s:%s"
          .formatted(HERE, text(properties.path("FunctionName")), text(properties.path("Name")));
    }
    return REFERRED_BY_ARN.contains(type(id)) ? arn(id) : name(id);
  }

  private String name(String id) {
    return Naming.referred(resources.get(id)).map(this::text).orElseGet(() -> given(id));
  }

  /** What CloudFormation would make. */
  private String given(String id) {
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
