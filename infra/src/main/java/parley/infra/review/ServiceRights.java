package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a resource's own policy allows or denies to others, a line each. */
final class ServiceRights {

  private ServiceRights() {}

  static List<String> of(JsonNode resource) {
    var properties = resource.path("Properties");
    return switch (resource.path("Type").asText()) {
      case "AWS::Lambda::Permission" ->
          List.of(
              "`%s` may %s on `%s` for `%s`"
                  .formatted(
                      properties.path("Principal").asText(),
                      properties.path("Action").asText(),
                      Plain.text(properties.path("FunctionName")),
                      Plain.arn(properties.path("SourceArn"))));
      case "AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy" ->
          statements(properties.at("/PolicyDocument/Statement"));
      default -> List.of();
    };
  }

  private static List<String> statements(JsonNode statements) {
    var lines = new ArrayList<String>();
    for (var statement : Permissions.listed(statements)) {
      var allows = statement.path("Effect").asText().equals("Allow");
      lines.add(
          "`%s` %s %s on `%s`%s"
              .formatted(
                  principal(statement.path("Principal")),
                  allows ? "may" : "may never",
                  Permissions.listed(statement.path("Action")).stream()
                      .map(JsonNode::asText)
                      .collect(Collectors.joining(", ")),
                  Plain.arn(statement.path("Resource")),
                  condition(statement.path("Condition"))));
    }
    return lines;
  }

  private static String principal(JsonNode principal) {
    return principal.isTextual()
        ? principal.asText()
        : principal.valueStream().map(Plain::text).collect(Collectors.joining(", "));
  }

  private static String condition(JsonNode condition) {
    return condition
        .propertyStream()
        .flatMap(
            operator ->
                operator
                    .getValue()
                    .propertyStream()
                    .map(
                        key ->
                            " where %s %s `%s`"
                                .formatted(
                                    key.getKey(), operator.getKey(), Plain.arn(key.getValue()))))
        .collect(Collectors.joining());
  }
}
