package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What {@code Ref} and {@code Fn::GetAtt} give: names that are known before anything is made. */
final class TemplateReferences implements Intrinsics.References {

  private final JsonNode template;
  private final Names names;
  private final Map<String, ResourceType> types;
  private final Function<JsonNode, String> resolve;
  private final Predicate<String> holds;

  /**
   * References within a template.
   *
   * @param resolve the text of a value
   * @param holds whether a condition does
   */
  TemplateReferences(
      JsonNode template,
      Names names,
      Map<String, ResourceType> types,
      Function<JsonNode, String> resolve,
      Predicate<String> holds) {
    this.template = template;
    this.names = names;
    this.types = types;
    this.resolve = resolve;
    this.holds = holds;
  }

  @Override
  public String ref(String name) {
    return switch (name) {
      case "AWS::Region" -> names.region();
      case "AWS::AccountId" -> names.account();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> names.stack();
      case "AWS::StackId" ->
          names.arn("cloudformation", "stack/%s/%s".formatted(names.stack(), names.id("", 12)));
      default ->
          template.path("Parameters").has(name) ? parameter(name) : value(name, type(name).ref());
    };
  }

  @Override
  public String attribute(String logicalId, String attribute) {
    var type = type(logicalId);
    var value = type.attributes().get(attribute);
    if (value == null) {
      throw new IllegalArgumentException(
          "the attribute %s of %s (%s) is not implemented: %s are"
              .formatted(attribute, logicalId, type.name(), type.attributes().keySet()));
    }
    return value(logicalId, value);
  }

  private String parameter(String name) {
    var parameter = template.path("Parameters").path(name);
    if (!parameter.has("Default")) {
      throw new IllegalArgumentException("the parameter %s has no default".formatted(name));
    }
    if (parameter.path("Type").asText().startsWith("AWS::SSM::")) {
      throw new IllegalArgumentException(
          "the parameter %s is read from SSM, which is not implemented".formatted(name));
    }
    return parameter.path("Default").asText();
  }

  private ResourceType type(String logicalId) {
    var resource = template.path("Resources").path(logicalId);
    if (resource.isMissingNode()) {
      throw new IllegalArgumentException(
          "it refers to %s, which is neither a resource nor a parameter".formatted(logicalId));
    }
    if (resource.has("Condition") && !holds.test(resource.path("Condition").asText())) {
      throw new IllegalArgumentException(
          "it refers to %s, which is not there since the condition %s does not hold: refer to it in an Fn::If of that condition"
              .formatted(logicalId, resource.path("Condition").asText()));
    }
    var type = types.get(resource.path("Type").asText());
    if (type == null) {
      throw new Unknowable(logicalId, resource.path("Type").asText());
    }
    return type;
  }

  private String value(String logicalId, ResourceType.Value value) {
    return value instanceof ResourceType.PropertyValue made
        ? made.of(names, logicalId, path -> property(logicalId, path))
        : value.of(names, logicalId);
  }

  private String property(String logicalId, String path) {
    var node = template.path("Resources").path(logicalId).path("Properties");
    for (var member : path.split("\\.")) {
      node = node.path(member);
    }
    return resolve.apply(node);
  }
}
