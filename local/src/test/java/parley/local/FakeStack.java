package parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.Stack;

/**
 * A resolved stack from JSON {@code {"Id": {"Type": …, "Properties": …}}}, in whose texts {@code
 * {{Id}}} stands for a {@code Ref} and {@code {{Id.Attribute}}} for an {@code Fn::GetAtt}.
 */
public final class FakeStack implements Stack {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ResourceType FUNCTION =
      new ResourceType(
          "AWS::Lambda::Function", Set.of(), Set.of("Role"), Names::physical, Map.of());

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\w+)(?:\\.(\\w+))?}}");

  private final Names names;
  private final JsonNode template;
  private final Map<String, ResourceType> types = new HashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  public FakeStack(Names names, String json, List<? extends Part> parts) throws IOException {
    this.names = names;
    this.template = JSON.readTree(json);
    types.put(FUNCTION.name(), FUNCTION);
    parts.forEach(part -> part.types().forEach(type -> types.put(type.name(), type)));
    for (var entry : template.properties()) {
      var properties = resolve(entry.getValue().path("Properties"));
      var type = entry.getValue().path("Type").asText();
      resources.put(entry.getKey(), new Resource(entry.getKey(), type, properties));
    }
  }

  /** Names with free ports for the servers. */
  public static Names freeNames() {
    return new Names(
        "Demo",
        "us-east-1",
        "111122223333",
        URI.create("http://localhost:" + freePort()),
        URI.create("http://localhost:" + freePort()),
        URI.create("http://localhost:" + freePort()));
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public List<Resource> all(String type) {
    return resources.values().stream().filter(r -> r.type().equals(type)).toList();
  }

  @Override
  public Resource get(String logicalId) {
    return resources.get(logicalId);
  }

  @Override
  public JsonNode raw(String logicalId) {
    return template.path(logicalId).path("Properties");
  }

  @Override
  public Map<String, String> outputs() {
    return Map.of();
  }

  private JsonNode resolve(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(
          REFERENCE
              .matcher(node.asText())
              .replaceAll(
                  m -> java.util.regex.Matcher.quoteReplacement(value(m.group(1), m.group(2)))));
    }
    if (node.isObject()) {
      var object = JSON.createObjectNode();
      node.properties()
          .forEach(
              e ->
                  object.set(
                      resolve(TextNode.valueOf(e.getKey())).asText(), resolve(e.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(element -> array.add(resolve(element)));
      return array;
    }
    return node;
  }

  private String value(String id, String attribute) {
    var type = types.get(template.path(id).path("Type").asText());
    var value = attribute == null ? type.ref() : type.attributes().get(attribute);
    return value instanceof PropertyValue p
        ? p.of(names, id, property -> raw(id).path(property).asText())
        : value.of(names, id);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
