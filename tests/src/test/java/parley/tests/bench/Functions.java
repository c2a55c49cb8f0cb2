package parley.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions and tables that the synthesized template declares.
 *
 * @param list the functions in Java
 * @param tables what {@code CreateTable} takes, by the tables' logical ids, which are their names
 */
record Functions(List<Function> list, List<ObjectNode> tables) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ASSEMBLY = Path.of("../cdk.out/demo");
  private static final List<String> TABLE_MEMBERS =
      List.of("AttributeDefinitions", "BillingMode", "KeySchema", "GlobalSecondaryIndexes");

  /**
   * A function as the template declares it.
   *
   * @param handler its class
   * @param settings its variables
   */
  record Function(String handler, Path jar, int memoryMegabytes, JsonNode settings) {

    /** Such as {@code messages.SendMessage}. */
    String name() {
      return handler.replaceFirst("^parley\\.", "").replaceFirst("Handler$", "");
    }

    /** Its environment, with the AWS that is at this address. */
    Map<String, String> variables(URI aws) {
      var variables = new HashMap<String, String>();
      for (var setting : settings.properties()) {
        var reference = setting.getValue().path("Ref").asText();
        variables.put(setting.getKey(), reference.isEmpty() ? aws.toString() : reference);
      }
      variables.put("AWS_REGION", "us-east-1");
      variables.put("AWS_ACCESS_KEY_ID", "bench");
      variables.put("AWS_SECRET_ACCESS_KEY", "bench");
      variables.put("AWS_ENDPOINT_URL", aws.toString());
      return variables;
    }
  }

  /** Those of the demo instance, which {@code bin/start} has synthesized. */
  static Functions ofDemo() throws IOException {
    var template = JSON.readTree(ASSEMBLY.resolve("parley-demo.template.json").toFile());
    var functions = new ArrayList<Function>();
    var tables = new ArrayList<ObjectNode>();
    for (var resource : template.path("Resources").properties()) {
      var properties = resource.getValue().path("Properties");
      if (properties.path("Runtime").asText().startsWith("java")) {
        functions.add(function(properties));
      } else if (resource.getValue().path("Type").asText().startsWith("AWS::DynamoDB::")) {
        tables.add(table(resource.getKey(), properties));
      }
    }
    return new Functions(functions, tables);
  }

  /** The one of this name. */
  Function named(String name) {
    return list.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static Function function(JsonNode properties) {
    return new Function(
        properties.path("Handler").asText(),
        ASSEMBLY.resolve("asset." + properties.at("/Code/S3Key").asText()),
        properties.path("MemorySize").asInt(),
        properties.at("/Environment/Variables"));
  }

  private static ObjectNode table(String name, JsonNode properties) {
    var table = JSON.createObjectNode().put("TableName", name);
    for (var member : TABLE_MEMBERS) {
      if (properties.has(member)) {
        table.set(member, properties.path(member));
      }
    }
    return table;
  }
}
