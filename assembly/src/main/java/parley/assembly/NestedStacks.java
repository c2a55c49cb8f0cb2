package parley.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template and the nested stacks that it declares, as one template without any: what a nested
 * stack gets as a parameter, and gives as an output, is written where it is used.
 *
 * <p>A nested stack's template is the asset that its address ends with. Its logical ids must be
 * others than those of the rest.
 */
public final class NestedStacks {

  private static final String TYPE = "AWS::CloudFormation::Stack";
  private static final Set<String> PARTS = Set.of("Resources", "Parameters", "Outputs");

  /** What in a nested stack is that stack's, and no longer when it is unfolded. */
  private static final Set<String> OWN = Set.of("AWS::StackId", "AWS::StackName");

  private static final Set<String> PROPERTIES = Set.of("TemplateURL", "Parameters");
  private static final String OUTPUTS = "Outputs.";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How an asset is named: by what is in it. */
  private static final Pattern KEY = Pattern.compile("/([0-9a-f]{8,64})\\.json");

  private final Path folder;
  private final ObjectNode resources = JsonNodeFactory.instance.objectNode();

  /** What nested stacks hold, by their ids. */
  private final Map<String, Set<String>> held = new HashMap<>();

  /** What the outputs of nested stacks are, by {@code STACK.OUTPUT}. */
  private final Map<String, JsonNode> outputs = new HashMap<>();

  private NestedStacks(Path folder) {
    this.folder = folder;
  }

  /**
   * The one template. Throws {@link IllegalArgumentException} where they cannot be made one.
   *
   * @param folder the assembly's, with the nested stacks' templates
   */
  public static JsonNode unfolded(JsonNode template, Path folder) {
    if (template.path("Resources").valueStream().noneMatch(NestedStacks::isStack)) {
      return template;
    }
    var stacks = new NestedStacks(folder);
    stacks.take(template.path("Resources"), Map.of());
    for (var resource : stacks.resources) {
      stacks.dependOnAll(resource);
    }
    ObjectNode unfolded = template.deepCopy();
    unfolded.set("Resources", stacks.given(stacks.resources, Map.of()));
    if (template.has("Outputs")) {
      unfolded.set("Outputs", stacks.given(template.path("Outputs"), Map.of()));
    }
    return unfolded;
  }

  private static boolean isStack(JsonNode resource) {
    return resource.path("Type").asText().equals(TYPE);
  }

  private void take(JsonNode declared, Map<String, JsonNode> parameters) {
    for (var resource : declared.properties()) {
      if (isStack(resource.getValue())) {
        open(resource.getKey(), resource.getValue(), parameters);
      } else if (resources.has(resource.getKey())) {
        throw new IllegalArgumentException(
            "%s stands in two stacks: give one of them another name".formatted(resource.getKey()));
      } else {
        resources.set(resource.getKey(), given(resource.getValue(), parameters));
      }
    }
  }

  /** Whatever waits for a nested stack waits for all that it holds. */
  private void dependOnAll(JsonNode resource) {
    var named = resource.path("DependsOn");
    var ids = named.isTextual() ? List.of(named) : named.valueStream().toList();
    if (resource instanceof ObjectNode object
        && ids.stream().anyMatch(id -> held.containsKey(id.asText()))) {
      var all = object.putArray("DependsOn");
      ids.stream()
          .flatMap(id -> held.getOrDefault(id.asText(), Set.of(id.asText())).stream())
          .forEach(all::add);
    }
  }

  private void open(String id, JsonNode stack, Map<String, JsonNode> parameters) {
    for (var property : stack.path("Properties").properties()) {
      if (!PROPERTIES.contains(property.getKey())) {
        throw new IllegalArgumentException(
            "%s: %s of a nested stack is not implemented: it may have %s"
                .formatted(id, property.getKey(), PROPERTIES));
      }
    }
    var nested = read(id, stack.at("/Properties/TemplateURL").toString());
    check(id, nested);
    var passed = new HashMap<String, JsonNode>();
    for (var parameter : stack.at("/Properties/Parameters").properties()) {
      passed.put(parameter.getKey(), given(parameter.getValue(), parameters));
    }
    take(nested.path("Resources"), passed);
    var ids = new LinkedHashSet<String>();
    nested.path("Resources").fieldNames().forEachRemaining(ids::add);
    held.put(id, ids);
    for (var output : nested.path("Outputs").properties()) {
      outputs.put(id + "." + output.getKey(), given(output.getValue().path("Value"), passed));
    }
  }

  private static void check(String id, JsonNode nested) {
    for (var part : nested.properties()) {
      if (!PARTS.contains(part.getKey())) {
        throw new IllegalArgumentException(
            "%s: %s of a nested stack is not implemented: it may have %s"
                .formatted(id, part.getKey(), PARTS));
      }
    }
    for (var name : OWN) {
      if (nested.toString().contains(name)) {
        throw new IllegalArgumentException(
            "%s: %s in a nested stack is that stack's own: give it the instance's as a parameter"
                .formatted(id, name));
      }
    }
  }

  private JsonNode read(String id, String url) {
    var key = KEY.matcher(url);
    if (!key.find()) {
      throw new IllegalArgumentException(
          "%s: the TemplateURL of a nested stack must be an asset of the assembly, and is %s"
              .formatted(id, url));
    }
    try (var manifests = Files.newDirectoryStream(folder, "*.assets.json")) {
      for (var manifest : manifests) {
        var file =
            MAPPER.readTree(manifest.toFile()).at("/files/%s/source/path".formatted(key.group(1)));
        if (file.isTextual()) {
          return MAPPER.readTree(folder.resolve(file.textValue()).toFile());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the nested stack %s cannot be read".formatted(id), e);
    }
    throw new IllegalArgumentException(
        "%s: the assembly has no asset %s".formatted(id, key.group(1)));
  }

  /** A value in which parameters, and outputs of stacks that were taken, stand for themselves. */
  private JsonNode given(JsonNode value, Map<String, JsonNode> parameters) {
    if (value.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> array.add(given(element, parameters)));
      return array;
    }
    if (!value.isObject()) {
      return value;
    }
    var parameter = value.size() == 1 ? parameters.get(value.path("Ref").asText()) : null;
    var output = value.size() == 1 ? output(value.path("Fn::GetAtt")) : null;
    if (parameter != null) {
      return given(parameter, Map.of());
    }
    if (output != null) {
      return given(output, Map.of());
    }
    var object = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(p -> object.set(p.getKey(), given(p.getValue(), parameters)));
    return object;
  }

  private @Nullable JsonNode output(JsonNode attribute) {
    var name = attribute.path(1).asText();
    return name.startsWith(OUTPUTS)
        ? outputs.get(attribute.path(0).asText() + "." + name.substring(OUTPUTS.length()))
        : null;
  }
}
