package parley.tests.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads DynamoDB's expressions, as far as the functions use them. */
final class Expressions {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([#:]?[A-Za-z_][A-Za-z0-9_]*|<>|<=|>=|[=<>(),.])");
  private static final Map<String, Condition> CONDITIONS = new ConcurrentHashMap<>();
  private static final Map<String, Change> CHANGES = new ConcurrentHashMap<>();

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private Expressions(String text) {
    this.text = text;
    var matcher = TOKEN.matcher(text.stripTrailing());
    var end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, matcher.regionEnd());
    }
    if (end < text.stripTrailing().length()) {
      throw unknown();
    }
  }

  /** A condition, a filter or a key condition; one that always holds where there is none. */
  static Condition condition(@Nullable String text) {
    return text == null
        ? Condition.NONE
        : CONDITIONS.computeIfAbsent(text, t -> new Expressions(t).whole());
  }

  /** An update. */
  static Change change(String text) {
    return CHANGES.computeIfAbsent(text, t -> new Expressions(t).change());
  }

  private Condition whole() {
    var condition = any();
    if (next < tokens.size()) {
      throw unknown();
    }
    return condition;
  }

  private Condition any() {
    var parts = new ArrayList<>(List.of(all()));
    while (take("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition all() {
    var parts = new ArrayList<>(List.of(one()));
    while (take("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition one() {
    if (take("not")) {
      return new Condition.Not(one());
    }
    if (take("(")) {
      var inner = any();
      expect(")");
      return inner;
    }
    if (take("attribute_exists")) {
      return new Condition.Exists(argument(), true);
    }
    if (take("attribute_not_exists")) {
      return new Condition.Exists(argument(), false);
    }
    return take("begins_with") ? beginsWith() : comparison();
  }

  private Condition beginsWith() {
    expect("(");
    var value = operand();
    expect(",");
    var prefix = operand();
    expect(")");
    return new Condition.BeginsWith(value, prefix);
  }

  private Condition comparison() {
    var left = operand();
    if (take("between")) {
      var from = operand();
      expect("and");
      return new Condition.Between(left, from, operand());
    }
    return new Condition.Compare(left, token(), operand());
  }

  private Operand.Path argument() {
    expect("(");
    var path = path();
    expect(")");
    return path;
  }

  private Operand operand() {
    if (take("if_not_exists")) {
      expect("(");
      var path = path();
      expect(",");
      var other = operand();
      expect(")");
      return new Operand.IfNotExists(path, other);
    }
    return peek().startsWith(":") ? new Operand.Given(token()) : path();
  }

  private Operand.Path path() {
    var steps = new ArrayList<>(List.of(token()));
    while (take(".")) {
      steps.add(token());
    }
    return new Operand.Path(steps);
  }

  private Change change() {
    var change = new Change(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (next < tokens.size()) {
      switch (token().toLowerCase(Locale.ROOT)) {
        case "set" -> each(() -> change.sets().add(assignment("=")));
        case "add" -> each(() -> change.adds().add(assignment("")));
        case "remove" -> each(() -> change.removes().add(token()));
        default -> throw unknown();
      }
    }
    return change;
  }

  private Change.Assignment assignment(String sign) {
    var attribute = token();
    if (!sign.isEmpty()) {
      expect(sign);
    }
    return new Change.Assignment(attribute, operand());
  }

  private void each(Runnable part) {
    do {
      part.run();
    } while (take(","));
  }

  private String peek() {
    if (next == tokens.size()) {
      throw unknown();
    }
    return tokens.get(next);
  }

  private String token() {
    var token = peek();
    next++;
    return token;
  }

  private boolean take(String word) {
    if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(word)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!take(word)) {
      throw unknown();
    }
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "this expression is not understood from token %d on: %s".formatted(next, text));
  }
}
