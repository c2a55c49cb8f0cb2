package parley.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.infra.review.Plain;
import parley.local.mapping.MappingTemplate;

/**
 * The mapping templates of the synthesized stack, by what they are between.
 *
 * @param restRequests from HTTP to a record
 * @param puts from HTTP to what Kinesis takes
 * @param restResponses from a reply to HTTP
 * @param frames from a frame to a record
 * @param openings from a socket's opening or closing to a record
 * @param replies from a reply to a frame
 */
record Templates(
    List<Named> restRequests,
    List<Named> puts,
    List<Named> restResponses,
    List<Named> frames,
    List<Named> openings,
    List<Named> replies) {

  private static final Path TEMPLATE = Path.of("../cdk.out/demo/parley-demo.template.json");

  /**
   * A template.
   *
   * @param name of its resource
   * @param text its own
   */
  record Named(String name, String text, MappingTemplate template) {}

  static Templates read() throws IOException {
    var resources = new ObjectMapper().readTree(TEMPLATE.toFile()).path("Resources");
    var of = new Reader(resources);
    Predicate<JsonNode> calls =
        integration -> integration.path("IntegrationType").asText().equals("AWS");
    return new Templates(
        of.all("AWS::ApiGateway::Method", "/Integration/RequestTemplates", Templates::asksFunction),
        of.all("AWS::ApiGateway::Method", "/Integration/RequestTemplates", Templates::callsAws),
        of.restResponses(),
        of.all("AWS::ApiGatewayV2::Integration", "/RequestTemplates", calls).stream()
            .filter(template -> template.text.contains("$input"))
            .toList(),
        of.all("AWS::ApiGatewayV2::Integration", "/RequestTemplates", calls).stream()
            .filter(template -> !template.text.contains("$input"))
            .toList(),
        of.all("AWS::ApiGatewayV2::IntegrationResponse", "/ResponseTemplates", _ -> true).stream()
            .filter(template -> template.text.contains("$input"))
            .toList());
  }

  /** An action of AWS is called by a role; what outside parties send has templates of its own. */
  private static boolean asksFunction(JsonNode method) {
    return !callsAws(method) && !method.path("AuthorizationType").asText().equals("NONE");
  }

  private static boolean callsAws(JsonNode method) {
    return method.at("/Integration").has("Credentials");
  }

  int size() {
    return Stream.of(restRequests, puts, restResponses, frames, openings, replies)
        .mapToInt(List::size)
        .sum();
  }

  private record Reader(JsonNode resources) {

    List<Named> all(String type, String path, Predicate<JsonNode> wanted) {
      var found = new ArrayList<Named>();
      for (var resource : resources.properties()) {
        var properties = resource.getValue().path("Properties");
        if (resource.getValue().path("Type").asText().equals(type) && wanted.test(properties)) {
          properties.at(path).forEach(text -> found.add(named(resource.getKey(), text)));
        }
      }
      return found;
    }

    /** Those of replies; those of failures say the same whatever is put in. */
    List<Named> restResponses() {
      var found = new ArrayList<Named>();
      for (var resource : resources.properties()) {
        var properties = resource.getValue().path("Properties");
        if (!asksFunction(properties)) {
          continue;
        }
        for (var response : properties.at("/Integration/IntegrationResponses")) {
          response
              .path("ResponseTemplates")
              .forEach(text -> found.add(named(resource.getKey(), text)));
        }
      }
      return found.stream().filter(template -> template.text.contains("$input")).toList();
    }

    private static Named named(String name, JsonNode written) {
      // Where CloudFormation puts a name in, the resource's own serves as well.
      var text =
          written.isTextual()
              ? written.asText()
              : Plain.text(written).replaceAll("\\$\\{([A-Z]\\w+)}", "$1");
      return new Named(name, text, MappingTemplate.parse(name, text));
    }
  }
}
