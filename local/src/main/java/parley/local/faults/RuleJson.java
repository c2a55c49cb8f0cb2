package parley.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parley.local.iam.Glob;

/**
 * Reads and writes rules.
 *
 * @param known the names that a selector can be about; where there are some, a pattern must match
 *     one
 */
record RuleJson(Map<String, Set<String>> known) {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int LONGEST_MILLISECONDS = 600_000;
  private static final List<String> NUMBERS = List.of("nth", "count", "probability", "seed");

  Rule read(JsonNode json) throws Invalid {
    var kind =
        Kind.of(json.path("kind").asText())
            .orElseThrow(
                () ->
                    new Invalid(
                        400,
                        "unknown-kind",
                        "the kind is %s; allowed are %s"
                            .formatted(json.path("kind"), Kind.codes())));
    checkMembers(kind, json);
    var chance = json.has("probability");
    return new Rule(
        kind,
        when(kind, json),
        selectors(kind, json),
        number(json, "nth", 1, 1, Long.MAX_VALUE),
        number(json, "count", chance ? 0 : 1, 0, Long.MAX_VALUE),
        chance ? probability(json.get("probability")) : 1,
        number(json, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
        lasting(kind, json));
  }

  static ObjectNode write(Armed armed) {
    var rule = armed.rule();
    var json = JSON.createObjectNode().put("id", armed.id()).put("kind", rule.kind().code());
    if (!rule.when().isEmpty()) {
      json.put("when", rule.when());
    }
    rule.selectors().forEach(json::put);
    json.put("nth", rule.nth()).put("count", rule.count());
    json.put("probability", rule.probability()).put("seed", rule.seed());
    if (rule.kind().takesTime()) {
      json.put("milliseconds", rule.lasting().toMillis());
    }
    return json.put("seen", armed.seen()).put("injected", armed.injected());
  }

  /** The members that a rule of this kind may have, beside its kind. */
  static List<String> members(Kind kind) {
    var members = new ArrayList<>(kind.site().selectors());
    members.addAll(NUMBERS);
    if (!kind.moments().isEmpty()) {
      members.add("when");
    }
    if (kind.takesTime()) {
      members.add("milliseconds");
    }
    return members;
  }

  private static void checkMembers(Kind kind, JsonNode json) throws Invalid {
    for (var member : json.properties()) {
      if (!member.getKey().equals("kind") && !members(kind).contains(member.getKey())) {
        throw Invalid.rule(
            "a rule of kind %s has no member \"%s\"; allowed are %s",
            kind.code(), member.getKey(), members(kind));
      }
    }
  }

  private static String when(Kind kind, JsonNode json) throws Invalid {
    if (!json.has("when")) {
      return kind.moments().isEmpty() ? "" : kind.moments().getFirst();
    }
    if (!kind.moments().contains(json.path("when").asText())) {
      throw Invalid.rule("when is %s; allowed are %s", json.path("when"), kind.moments());
    }
    return json.path("when").asText();
  }

  private Map<String, String> selectors(Kind kind, JsonNode json) throws Invalid {
    var selectors = new TreeMap<String, String>();
    for (var name : kind.site().selectors()) {
      if (json.has(name)) {
        selectors.put(name, pattern(name, json.get(name)));
      }
    }
    return selectors;
  }

  private String pattern(String name, JsonNode json) throws Invalid {
    if (!json.isTextual() || json.asText().isEmpty()) {
      throw Invalid.rule("%s is %s; it must be a text, with * for any characters", name, json);
    }
    var all = known.getOrDefault(name, Set.of());
    if (!all.isEmpty() && all.stream().noneMatch(Glob.of(json.asText())::matches)) {
      throw Invalid.rule("%s is %s, which matches none of %s", name, json, all);
    }
    return json.asText();
  }

  private static double probability(JsonNode json) throws Invalid {
    if (!json.isNumber() || !(json.asDouble() > 0) || json.asDouble() > 1) {
      throw Invalid.rule("probability is %s; it must be above 0 and at most 1", json);
    }
    return json.asDouble();
  }

  private static Duration lasting(Kind kind, JsonNode json) throws Invalid {
    if (!kind.takesTime()) {
      return Duration.ZERO;
    }
    if (!json.has("milliseconds")) {
      throw Invalid.rule("a rule of kind %s needs milliseconds", kind.code());
    }
    return Duration.ofMillis(number(json, "milliseconds", 0, 1, LONGEST_MILLISECONDS));
  }

  private static long number(JsonNode json, String name, long otherwise, long least, long most)
      throws Invalid {
    var value = json.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToExactIntegral()
        || !value.canConvertToLong()
        || value.asLong() < least
        || value.asLong() > most) {
      throw Invalid.rule(
          "%s is %s; it must be a whole number from %d to %d", name, value, least, most);
    }
    return value.asLong();
  }
}
