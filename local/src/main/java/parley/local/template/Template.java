package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A template on its way to a {@link Stack}: checked against the resource types that the twin knows,
 * and resolved.
 */
public final class Template {

  /** What a resource may have beside its properties. */
  private static final Set<String> RESOURCE_MEMBERS =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "Metadata",
          "DeletionPolicy",
          "UpdateReplacePolicy");

  /** Rules are CDK's check of the bootstrap stack, of which there is none on one machine. */
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Conditions",
          "Rules",
          "Resources",
          "Outputs");

  private final JsonNode template;
  private final Names names;
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Intrinsics intrinsics;
  private final Addresses addresses;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Set<String>> inert = new TreeMap<>();

  private Template(JsonNode template, Names names, Collection<ResourceType> types) {
    this.template = template;
    this.names = names;
    types.forEach(type -> this.types.put(type.name(), type));
    intrinsics =
        new Intrinsics(
            new TemplateReferences(template, names, this.types, this::property, this::holds),
            template.path("Conditions"));
    addresses = new Addresses(names, aliases());
  }

  /**
   * The stack of a template.
   *
   * @throws Unacceptable where it holds anything that these types do not cover: all of it at once
   */
  public static ResolvedStack resolve(
      JsonNode template, Names names, Collection<ResourceType> types) {
    return new Template(template, names, types).stack();
  }

  private ResolvedStack stack() {
    template
        .fieldNames()
        .forEachRemaining(
            section -> {
              if (!SECTIONS.contains(section)) {
                problems.add(
                    new Problem("", "", section, "this section is not implemented: remove it"));
              }
            });
    var resources = new LinkedHashMap<String, Resource>();
    for (var entry : template.path("Resources").properties()) {
      if (exists(entry.getKey(), entry.getValue())) {
        resources.put(entry.getKey(), resource(entry.getKey(), entry.getValue()));
      }
    }
    var outputs = new LinkedHashMap<String, String>();
    for (var output : template.path("Outputs").properties()) {
      if (exists(output.getKey(), output.getValue())) {
        outputs.put(
            output.getKey(),
            resolve(output.getKey(), "", "Outputs", output.getValue().path("Value")).asText());
      }
    }
    if (!problems.isEmpty()) {
      throw new Unacceptable(problems);
    }
    return new ResolvedStack(names, resources, template.path("Resources"), outputs, inert);
  }

  /** Whether a resource or an output is there. */
  private boolean exists(String id, JsonNode declared) {
    try {
      return !declared.has("Condition") || holds(declared.get("Condition").asText());
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(id, declared.path("Type").asText(), "Condition", e.getMessage()));
      return false;
    }
  }

  private Resource resource(String id, JsonNode resource) {
    var name = resource.path("Type").asText();
    resource
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (!RESOURCE_MEMBERS.contains(member)) {
                problems.add(new Problem(id, name, member, "is not implemented: remove it"));
              }
            });
    var type = types.get(name);
    if (type == null) {
      problems.add(
          new Problem(
              id,
              name,
              "",
              "this resource type is not implemented: write a part for it, or leave the resource out of this instance"));
      return new Resource(id, name, JsonNodeFactory.instance.objectNode());
    }
    var properties = JsonNodeFactory.instance.objectNode();
    for (var property : resource.path("Properties").properties()) {
      var value = resolve(id, name, property.getKey(), property.getValue());
      if (!value.isMissingNode()) {
        properties.set(property.getKey(), value);
      }
    }
    check(id, type, properties);
    return new Resource(id, name, properties);
  }

  private void check(String id, ResourceType type, ObjectNode properties) {
    var check = PropertyCheck.of(type, properties);
    for (var path : check.unknown()) {
      problems.add(
          new Problem(
              id,
              type.name(),
              path,
              "this property is not implemented: implement it, or name it inert where it has no effect on one machine"));
    }
    if (type.implemented().isEmpty()) {
      inert.computeIfAbsent(type.name(), t -> new TreeSet<>());
    } else if (!check.inert().isEmpty()) {
      inert.computeIfAbsent(type.name(), t -> new TreeSet<>()).addAll(check.inert());
    }
  }

  private JsonNode resolve(String id, String type, String where, JsonNode value) {
    try {
      return rewrite(intrinsics.resolve(value));
    } catch (Unknowable e) {
      return JsonNodeFactory.instance.missingNode();
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(id, type, where, e.getMessage()));
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private JsonNode rewrite(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(addresses.rewrite(node.asText()));
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(rewrite(element)));
      return array;
    }
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(p -> object.set(p.getKey(), rewrite(p.getValue())));
      return object;
    }
    return node;
  }

  private boolean holds(String condition) {
    return intrinsics.holds(condition);
  }

  private String property(JsonNode value) {
    return intrinsics.resolve(value).asText();
  }

  private Set<String> aliases() {
    var aliases = new LinkedHashSet<String>();
    for (var resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::CloudFront::Distribution")) {
        for (var alias : resource.path("Properties").path("DistributionConfig").path("Aliases")) {
          if (alias.isTextual()) {
            aliases.add(alias.asText());
          }
        }
      }
    }
    return aliases;
  }
}
