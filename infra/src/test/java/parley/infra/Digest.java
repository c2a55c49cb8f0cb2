package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.infra.review.Permissions;
import parley.infra.review.Plain;

/** What a person wants to see of a stack before it is deployed, and after it was changed. */
final class Digest {

  private Digest() {}

  /** Who may do what to what: a line for each role's resource. */
  static String permissions(Synthesized stack) {
    var allowed = new TreeMap<String, Set<String>>();
    Permissions.of(stack.template())
        .forEach(
            permission ->
                allowed
                    .computeIfAbsent(
                        "%-24s %s".formatted(permission.holder(), permission.resource()),
                        key -> new TreeSet<>())
                    .add(permission.action()));
    var lines = new ArrayList<String>();
    allowed.forEach((what, actions) -> lines.add(what + ": " + String.join(", ", actions)));
    return lines(lines);
  }

  /** Which request goes where. */
  static String routes(Synthesized stack) {
    var lines = new TreeSet<String>();
    var paths = new Paths(stack);
    stack
        .all("AWS::ApiGateway::Method")
        .forEach(
            (id, method) ->
                lines.add(
                    "%-48s %-9s %s"
                        .formatted(
                            paths.of(method) + " " + method.path("HttpMethod").asText(),
                            method
                                .path("AuthorizationType")
                                .asText()
                                .replace("_USER_POOLS", "")
                                .toLowerCase(java.util.Locale.ROOT),
                            target(method))));
    stack
        .all("AWS::ApiGatewayV2::Route")
        .forEach(
            (id, route) -> {
              var integration =
                  stack
                      .all("AWS::ApiGatewayV2::Integration")
                      .get(route.at("/Target/Fn::Join/1/1/Ref").asText());
              lines.add(
                  "ws %-45s %-9s %s"
                      .formatted(
                          route.path("RouteKey").asText(),
                          route
                              .path("AuthorizationType")
                              .asText("none")
                              .toLowerCase(java.util.Locale.ROOT),
                          integration.has("IntegrationUri")
                              ? function(integration.path("IntegrationUri"))
                              : "API Gateway itself"));
            });
    return lines(lines);
  }

  /** What there is, and what of it outlives the stack. */
  static String resources(Synthesized stack) {
    var counts = new TreeMap<String, Integer>();
    var kept = new ArrayList<String>();
    stack.each(
        (id, resource) -> {
          var type = resource.path("Type").asText();
          counts.merge(type, 1, Integer::sum);
          if (resource.path("DeletionPolicy").asText().startsWith("Retain")) {
            kept.add("kept when the stack goes: %s (%s)".formatted(id, type));
          }
        });
    var lines = new ArrayList<String>();
    counts.forEach((type, count) -> lines.add("%4d %s".formatted(count, type)));
    lines.addAll(kept.stream().sorted().toList());
    stack.template().path("Outputs").properties().forEach(o -> lines.add("output: " + o.getKey()));
    return lines(lines);
  }

  /** A function, or an action of AWS. */
  private static String target(JsonNode integration) {
    var uri = integration.at("/Integration/Uri");
    var action = Plain.text(uri).replaceFirst(".*:([a-z]+):action/", "$1:");
    return integration.at("/Integration/Credentials").isMissingNode() ? function(uri) : action;
  }

  private static String function(JsonNode uri) {
    return uri.at("/Fn::Join/1")
        .valueStream()
        .map(part -> part.path("Ref").asText())
        .filter(ref -> ref.contains("Live"))
        .map(ref -> Plain.name(ref).replaceFirst("Live$", ""))
        .findFirst()
        .orElseThrow();
  }

  private static String lines(Iterable<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
