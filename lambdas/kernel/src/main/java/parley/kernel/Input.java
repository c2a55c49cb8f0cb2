package parley.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a request's values and notes everything that is wrong with them, so that a client hears of
 * all of it at once.
 *
 * <p>A reader of a bad value gives a harmless one of the right type; a use case asks {@link
 * #refusal()} before it uses any. Not for more than one thread.
 */
public final class Input {

  /**
   * The largest number that JSON's clients keep exact: 2^53 - 1 (ECMA-262,
   * Number.MAX_SAFE_INTEGER).
   */
  public static final long MAX_NUMBER = 9_007_199_254_740_991L;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final ObjectNode params;
  private final ObjectNode body;
  private final String prefix;
  private final List<Violation> violations;

  Input(ObjectNode params, ObjectNode body) {
    this(params, body, "", new ArrayList<>());
  }

  private Input(ObjectNode params, ObjectNode body, String prefix, List<Violation> violations) {
    this.params = params;
    this.body = body;
    this.prefix = prefix;
    this.violations = violations;
  }

  /** The refusal that names everything found so far; empty where all was well. */
  public Optional<Refusal> refusal() {
    return violations.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(violations));
  }

  /** Notes something that only the use case can see. */
  public void reject(String field, String message) {
    violations.add(new Violation(prefix + field, message));
  }

  /**
   * A parameter or member that names a room, a user or the like: 1 to 64 letters, digits, "-" and
   * "_".
   */
  public String id(String field) {
    return matching(field, ID, "1 to 64 letters, digits, \"-\" or \"_\"");
  }

  /** Whether a value is text that {@link #id} takes. */
  static boolean isId(JsonNode value) {
    return value.isTextual() && ID.matcher(value.textValue()).matches();
  }

  /** A member that holds a UUID in its canonical, lower-case form (RFC 9562). */
  public String uuid(String field) {
    return matching(field, UUID, "a UUID in lower case");
  }

  /**
   * True where the field is there and not empty; API Gateway's templates write "" for an absent
   * parameter.
   */
  public boolean has(String field) {
    var node = find(field);
    return !node.isMissingNode()
        && !node.isNull()
        && !(node.isTextual() && node.textValue().isEmpty());
  }

  /**
   * Text of {@code min} to {@code max} Unicode code points; no control characters but new line and
   * tab.
   */
  public String text(String field, int min, int max) {
    var text = find(field).textValue();
    if (text == null) {
      reject(field, "must be a string of %d to %d characters".formatted(min, max));
      return "";
    }
    var length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      reject(field, "has %d characters; %d to %d are allowed".formatted(length, min, max));
    } else if (text.codePoints().anyMatch(Input::unprintable)) {
      reject(field, "holds a control character or half of a surrogate pair");
    }
    return text;
  }

  /** A string that says something to people: 1 to so many characters, not all white space. */
  public String words(String field, int max) {
    var text = text(field, 1, max);
    if (!text.isEmpty() && text.isBlank()) {
      reject(field, "is only white space");
    }
    return text;
  }

  /** A whole number from {@code min} to {@code max}; a parameter may write it as text. */
  public long number(String field, long min, long max) {
    var node = find(field);
    var value = node.isTextual() ? parse(node.textValue()) : node;
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      reject(field, "must be a whole number from %d to %d".formatted(min, max));
      return min;
    }
    var number = value.longValue();
    if (number < min || number > max) {
      reject(field, "is %d; %d to %d are allowed".formatted(number, min, max));
      return min;
    }
    return number;
  }

  /** A position in a room's log, from {@code min}. */
  public long seq(String field, long min) {
    return number(field, min, MAX_NUMBER);
  }

  /** A whole number, or the default where there is none. */
  public long numberOr(String field, long min, long max, long absent) {
    return has(field) ? number(field, min, max) : absent;
  }

  /** True or false, as JSON's own. */
  public boolean flag(String field) {
    var node = find(field);
    if (!node.isBoolean()) {
      reject(field, "must be true or false");
    }
    return node.asBoolean();
  }

  /** A JSON object, as it is. */
  public ObjectNode object(String field) {
    var node = find(field);
    if (!node.isObject()) {
      reject(field, "must be an object");
    }
    return Request.object(node);
  }

  /** One of a closed set of words. */
  public String oneOf(String field, Set<String> allowed) {
    var text = find(field).textValue();
    if (text == null || !allowed.contains(text)) {
      reject(field, "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
      return "";
    }
    return text;
  }

  /** A list of 1 to {@code max} objects or strings, as they are. */
  public List<JsonNode> list(String field, int max) {
    var node = find(field);
    if (!node.isArray() || node.isEmpty() || node.size() > max) {
      reject(field, "must be a list of 1 to %d".formatted(max));
      return List.of();
    }
    return node.valueStream().toList();
  }

  /**
   * A list of 1 to {@code max} objects, each to be read as this is; what is wrong in one is noted
   * here, as {@code field[0].member}.
   */
  public List<Input> objects(String field, int max) {
    var nodes = list(field, max);
    var objects = new ArrayList<Input>();
    for (var node : nodes) {
      var name = "%s[%d]".formatted(field, objects.size());
      if (!node.isObject()) {
        reject(name, "must be an object");
      }
      objects.add(new Input(Json.object(), Request.object(node), name + ".", violations));
    }
    return objects;
  }

  /** A list of 1 to {@code max} ids; a parameter may write it as text with commas. */
  public List<String> ids(String field, int max) {
    var node = find(field);
    var texts =
        node.isTextual()
            ? List.of(node.textValue().split(",", -1))
            : list(field, max).stream().map(id -> id.isTextual() ? id.textValue() : "").toList();
    if (texts.size() > max) {
      reject(field, "has %d entries; 1 to %d are allowed".formatted(texts.size(), max));
    } else if (!texts.stream().allMatch(text -> ID.matcher(text).matches())) {
      reject(field, "must hold only ids of 1 to 64 letters, digits, \"-\" or \"_\"");
    }
    return texts;
  }

  private String matching(String field, Pattern pattern, String allowed) {
    var text = find(field).textValue();
    if (text == null || !pattern.matcher(text).matches()) {
      reject(field, "must be " + allowed);
      return "";
    }
    return text;
  }

  /**
   * The route's parameters win over members of the same name: they are what the route was chosen
   * by.
   */
  private JsonNode find(String field) {
    return params.hasNonNull(field) ? params.get(field) : body.path(field);
  }

  private static JsonNode parse(String text) {
    return text.matches("-?[0-9]{1,16}") ? Json.tree(Long.parseLong(text)) : Json.tree(text);
  }

  private static boolean unprintable(int codePoint) {
    var type = Character.getType(codePoint);
    return type == Character.SURROGATE
        || (type == Character.CONTROL && codePoint != '\n' && codePoint != '\t');
  }
}
