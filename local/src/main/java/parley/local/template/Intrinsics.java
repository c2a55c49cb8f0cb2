package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudFormation's intrinsic functions, resolved to plain JSON.
 *
 * <p>What it cannot resolve it throws as an {@link IllegalArgumentException} that says what it got:
 * nothing is guessed.
 */
final class Intrinsics {

  /** What is resolved wherever a value may stand. */
  static final List<String> FUNCTIONS =
      List.of(
          "Ref",
          "Fn::GetAtt",
          "Fn::Join",
          "Fn::Sub",
          "Fn::Select",
          "Fn::Split",
          "Fn::If",
          "Fn::Equals",
          "Fn::And",
          "Fn::Or",
          "Fn::Not");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final References references;
  private final JsonNode conditions;

  /** Resolves by these references and the template's {@code Conditions}. */
  Intrinsics(References references, JsonNode conditions) {
    this.references = references;
    this.conditions = conditions;
  }

  /** The value of a node; a missing node for {@code AWS::NoValue}, which its parent leaves out. */
  JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      var array = JSON.arrayNode();
      node.forEach(element -> add(array::add, resolve(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      var only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return apply(only.getKey(), only.getValue());
      }
    }
    var object = JSON.objectNode();
    node.properties()
        .forEach(p -> add(value -> object.set(p.getKey(), value), resolve(p.getValue())));
    return object;
  }

  /** Whether a condition of the template holds. */
  boolean holds(String condition) {
    if (!conditions.has(condition)) {
      throw new IllegalArgumentException("there is no condition " + condition);
    }
    return truth(conditions.get(condition));
  }

  private static void add(Consumer<JsonNode> parent, JsonNode value) {
    if (!value.isMissingNode()) {
      parent.accept(value);
    }
  }

  private JsonNode apply(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" ->
          argument.asText().equals("AWS::NoValue")
              ? MissingNode.getInstance()
              : TextNode.valueOf(references.ref(argument.asText()));
      case "Fn::GetAtt" -> TextNode.valueOf(attribute(argument));
      case "Fn::Join" -> join(argument);
      case "Fn::Sub" -> TextNode.valueOf(substitute(argument));
      case "Fn::Select" -> select(argument);
      case "Fn::Split" -> split(argument);
      case "Fn::If" -> resolve(argument.get(holds(argument.path(0).asText()) ? 1 : 2));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          BooleanNode.valueOf(truth(JSON.objectNode().set(function, argument)));
      default ->
          throw new IllegalArgumentException(
              "%s is not implemented: %s are".formatted(function, String.join(", ", FUNCTIONS)));
    };
  }

  private String attribute(JsonNode argument) {
    if (argument.isArray()) {
      return references.attribute(argument.path(0).asText(), argument.path(1).asText());
    }
    var dot = argument.asText().indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("Fn::GetAtt of " + argument + " names no attribute");
    }
    return references.attribute(
        argument.asText().substring(0, dot), argument.asText().substring(dot + 1));
  }

  private JsonNode join(JsonNode argument) {
    var parts = new ArrayList<String>();
    list(argument.path(1)).forEach(part -> parts.add(text(part)));
    return TextNode.valueOf(String.join(argument.path(0).asText(), parts));
  }

  private String substitute(JsonNode argument) {
    var template = argument.isArray() ? argument.path(0).asText() : argument.asText();
    JsonNode variables = argument.isArray() ? argument.path(1) : JSON.objectNode();
    return VARIABLE
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(variable(found.group(1), found.group(2), variables)));
  }

  private String variable(String literal, String name, JsonNode variables) {
    if (!literal.isEmpty()) {
      return "${" + name + "}";
    }
    if (variables.has(name)) {
      return text(resolve(variables.get(name)));
    }
    var dot = name.indexOf('.');
    return dot < 0
        ? references.ref(name)
        : references.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private JsonNode select(JsonNode argument) {
    var list = list(argument.path(1));
    var index = Integer.parseInt(text(resolve(argument.path(0))));
    if (index < 0 || index >= list.size()) {
      throw new IllegalArgumentException(
          "Fn::Select of %d in a list of %d".formatted(index, list.size()));
    }
    return list.get(index);
  }

  private JsonNode split(JsonNode argument) {
    var array = JSON.arrayNode();
    var separator = argument.path(0).asText();
    for (var part : text(resolve(argument.path(1))).split(Pattern.quote(separator), -1)) {
      array.add(part);
    }
    return array;
  }

  private boolean truth(JsonNode condition) {
    for (var only : condition.properties()) {
      var of = only.getValue();
      switch (only.getKey()) {
        case "Condition":
          return holds(of.asText());
        case "Fn::Equals":
          return resolve(of.path(0)).equals(resolve(of.path(1)));
        case "Fn::Not":
          return !truth(of.path(0));
        case "Fn::And":
          return all(of).stream().allMatch(this::truth);
        case "Fn::Or":
          return all(of).stream().anyMatch(this::truth);
        default:
          throw new IllegalArgumentException(
              only.getKey()
                  + " is no condition: Fn::Equals, Fn::And, Fn::Or, Fn::Not and Condition are");
      }
    }
    throw new IllegalArgumentException("an empty condition");
  }

  private static List<JsonNode> all(JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }

  private JsonNode list(JsonNode argument) {
    var list = resolve(argument);
    if (!list.isArray()) {
      throw new IllegalArgumentException("a list is wanted, and got " + list);
    }
    return list;
  }

  private static String text(JsonNode value) {
    if (!value.isValueNode() || value.isMissingNode()) {
      throw new IllegalArgumentException("a text is wanted, and got " + value);
    }
    return value.asText();
  }

  /** What a template may refer to. */
  interface References {

    /** {@code Ref}: of a resource, a parameter or a pseudo parameter. */
    String ref(String name);

    /** {@code Fn::GetAtt}. */
    String attribute(String logicalId, String attribute);
  }
}
