package parley.infra;

import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.infra.review.Plain;

/** Who from outside of a role reaches something: hosts, callers of functions, resource policies. */
final class Exposure {

  private Exposure() {}

  static String of(Synthesized stack) {
    var lines = new TreeSet<String>();
    var config = stack.only("AWS::CloudFront::Distribution").path("DistributionConfig");
    var aliases = Plain.text(config.path("Aliases"));
    lines.add("host of the site: " + (aliases.isEmpty() ? "CloudFront's own" : aliases));
    config
        .path("CacheBehaviors")
        .forEach(b -> lines.add("path of the site: " + b.path("PathPattern").asText()));
    lines.add(
        "host of sign-in: "
            + Plain.text(stack.only("AWS::Cognito::UserPoolDomain").path("Domain")));
    var client = stack.only("AWS::Cognito::UserPoolClient");
    lines.add("sign-in returns to: " + Plain.text(client.path("CallbackURLs")));
    stack
        .all("AWS::Lambda::Permission")
        .forEach(
            (id, p) ->
                lines.add(
                    "calls %s: %s from %s"
                        .formatted(
                            Plain.text(p.path("FunctionName")),
                            Plain.text(p.path("Principal")),
                            Plain.arn(p.path("SourceArn")))));
    for (var statement : Statement.allowing(stack)) {
      if (statement.ofResource()) {
        lines.add(
            "%s %s: %s may %s%s"
                .formatted(
                    statement.ofTrust() ? "trust" : "policy",
                    Plain.name(statement.owner()),
                    Plain.text(statement.json().at("/Principal/Service")),
                    String.join(", ", statement.actions()),
                    conditions(statement)));
      }
    }
    stack
        .all("AWS::IoT::Policy")
        .forEach(
            (id, policy) ->
                policy
                    .at("/PolicyDocument/Statement")
                    .forEach(
                        statement ->
                            lines.add(
                                "devices by %s: may %s on %s"
                                    .formatted(
                                        Plain.name(id),
                                        Plain.text(statement.path("Action")),
                                        Plain.arn(statement.path("Resource"))))));
    return String.join("\n", lines) + "\n";
  }

  private static String conditions(Statement statement) {
    return statement
        .json()
        .path("Condition")
        .propertyStream()
        .flatMap(operator -> operator.getValue().propertyStream())
        .map(c -> " where %s is %s".formatted(c.getKey(), Plain.arn(c.getValue())))
        .collect(Collectors.joining());
  }
}
