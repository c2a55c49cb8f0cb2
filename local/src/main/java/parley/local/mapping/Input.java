package parley.local.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.minidev.json.parser.JSONParser;
import org.jspecify.annotations.Nullable;

/**
 * {@code $input}: the body and the parameters of one message. Not for more than one thread.
 *
 * <p>A body that is not JSON has no paths; {@link #unreadable} tells afterwards that a template
 * asked for one.
 */
public final class Input {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Half of a surrogate pair: it stays what it is only as an escape, since UTF-8 has none. */
  private static final Pattern HALF = Pattern.compile("[\\ud800-\\udfff]");

  /** How deep a body may be nested that has paths: json-path's parser takes no more. */
  public static final int MOST_NESTED = 400;

  /**
   * Leaves every character of a string as it is. By default json-path's parser drops U+007F, which
   * JSON allows, from strings that hold an escape.
   */
  private static final Configuration FAITHFUL =
      Configuration.builder()
          .jsonProvider(
              new JsonSmartJsonProvider(
                  JSONParser.MODE_PERMISSIVE
                      & ~JSONParser.IGNORE_CONTROL_CHAR
                      & ~JSONParser.REJECT_127_CHAR))
          .build();

  private final String body;
  private final Map<String, Map<String, String>> params;
  private @Nullable Object document;
  private boolean parsed;
  private Optional<String> unreadable = Optional.empty();

  /**
   * @param body the text that was sent; "" where there is none
   * @param path path parameters by name
   * @param query query parameters by name
   * @param header headers by name, as they were sent
   */
  public Input(
      String body,
      Map<String, String> path,
      Map<String, String> query,
      Map<String, String> header) {
    this.body = body;
    this.params = Map.of("path", path, "querystring", query, "header", header);
  }

  /** An input without parameters, such as a frame's or a function's answer. */
  public static Input of(String body) {
    return new Input(body, Map.of(), Map.of(), Map.of());
  }

  /** {@code $input.body}: the text as it was sent. */
  public String getBody() {
    return body;
  }

  /** {@code $input.path(x)}: the value at a JSONPath; null where there is none. */
  public @Nullable Object path(String path) {
    var root = document();
    if (root == null) {
      return null;
    }
    try {
      return JsonPath.read(root, path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** {@code $input.json(x)}: the value at a JSONPath as JSON; {@code ""} where there is none. */
  public String json(String path) throws JsonProcessingException {
    if (body.isBlank() && path.equals("$")) {
      return "{}";
    }
    var value = path(path);
    return HALF.matcher(JSON.writeValueAsString(value == null ? "" : value))
        .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
  }

  /** {@code $input.params()}: maps named path, querystring and header. */
  public Map<String, Map<String, String>> params() {
    return params;
  }

  /**
   * {@code $input.params(x)}: the parameter of that name in path, query or header, in this order;
   * "" where there is none.
   */
  public String params(String name) {
    for (var place : new String[] {"path", "querystring"}) {
      var value = params.get(place).get(name);
      if (value != null) {
        return value;
      }
    }
    return params.get("header").entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** Why the body could not be read as JSON, where a template tried. */
  public Optional<String> unreadable() {
    return unreadable;
  }

  private @Nullable Object document() {
    if (!parsed) {
      parsed = true;
      if (!body.isBlank()) {
        document = parse();
      }
    }
    return document;
  }

  /**
   * Jackson decides whether it is JSON; json-path's own parser makes the values that print alike.
   */
  private @Nullable Object parse() {
    try {
      var tree = JSON.readTree(body);
      return tree.isContainerNode()
          ? JsonPath.using(FAITHFUL).parse(body).json()
          : JSON.treeToValue(tree, Object.class);
    } catch (JsonProcessingException e) {
      unreadable = Optional.of(e.getOriginalMessage());
      return null;
    } catch (InvalidJsonException e) {
      unreadable = Optional.of("it is nested too deep");
      return null;
    }
  }
}
