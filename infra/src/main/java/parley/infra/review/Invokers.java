package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who has a role used: routes, streams, queues, devices and other functions. */
final class Invokers {

  private final Map<String, TreeSet<String>> byFunction = new TreeMap<>();

  private Invokers() {}

  static Invokers of(JsonNode template, List<Permission> permissions) {
    var invokers = new Invokers();
    for (var resource : template.path("Resources").properties()) {
      var properties = resource.getValue().path("Properties");
      switch (resource.getValue().path("Type").asText()) {
        case "AWS::Lambda::Permission" ->
            invokers.add(properties.path("FunctionName"), source(properties));
        case "AWS::Lambda::EventSourceMapping" ->
            invokers.add(
                properties.path("FunctionName"),
                (properties.has("StartingPosition") ? "the stream " : "the queue ")
                    + Plain.text(properties.path("EventSourceArn")));
        case "AWS::ApiGateway::Method" -> {
          var role = Plain.text(properties.at("/Integration/Credentials"));
          invokers.add(role.replace(".Arn}", "}"), route(template, properties));
        }
        case "AWS::Events::Rule" -> {
          for (var target : properties.path("Targets")) {
            var role = Plain.text(target.path("RoleArn"));
            invokers.add(role.replace(".Arn}", "}"), "the rule " + Plain.name(resource.getKey()));
          }
        }
        case "AWS::IoT::TopicRule" -> {
          for (var role : properties.path("TopicRulePayload").findValues("RoleArn")) {
            invokers.add(
                Plain.text(role).replace(".Arn}", "}"),
                "the topic rule " + Plain.name(resource.getKey()));
          }
        }
        case "AWS::IoT::Policy" ->
            invokers.add(
                Plain.name(resource.getKey()), "the devices to whose certificates it is attached");
        case "AWS::Scheduler::Schedule" -> {
          var role = Plain.text(properties.at("/Target/RoleArn"));
          invokers.add(role.replace(".Arn}", "}"), "the schedule " + Plain.name(resource.getKey()));
        }
        default -> {
          // Nothing else invokes a function.
        }
      }
    }
    for (var permission : permissions) {
      if (permission.action().equals("lambda:InvokeFunction")) {
        invokers.add(permission.resource(), permission.holder());
      }
    }
    return invokers;
  }

  /** Of the role whose holder has this name. */
  List<String> of(String holder) {
    return List.copyOf(byFunction.getOrDefault(holder, new TreeSet<>()));
  }

  private void add(JsonNode function, String invoker) {
    add(Plain.text(function), invoker);
  }

  /** Functions are invoked by their alias: {@code ${MessagesSendMessageLive}}. */
  private void add(String function, String invoker) {
    var name = function.replaceFirst("^\\$\\{", "").replaceFirst("(Live)?}$", "");
    byFunction.computeIfAbsent(name, f -> new TreeSet<>()).add(invoker);
  }

  private static String route(JsonNode template, JsonNode method) {
    return "%s %s"
        .formatted(method.path("HttpMethod").asText(), path(template, method.path("ResourceId")));
  }

  /** A resource's path; "" of the root, which is no resource of the template. */
  private static String path(JsonNode template, JsonNode id) {
    var resource = template.path("Resources").path(id.path("Ref").asText()).path("Properties");
    return resource.isMissingNode()
        ? ""
        : path(template, resource.path("ParentId")) + "/" + resource.path("PathPart").asText();
  }

  /** The end of the source's ARN: {@code GET/profile} of REST, {@code $connect} of the socket. */
  private static String source(JsonNode permission) {
    var arn = Plain.arn(permission.path("SourceArn"));
    var parts = arn.split("/", 3);
    if (!arn.startsWith("execute-api:") || parts.length < 3) {
      return permission.path("Principal").asText() + " for " + arn;
    }
    if (parts[1].equals("authorizers")) {
      return "the socket's authorizer";
    }
    var slash = parts[2].indexOf('/');
    return slash < 0
        ? "socket: " + parts[2].replace("*", "")
        : parts[2].substring(0, slash) + " " + parts[2].substring(slash);
  }
}
