package parley.local.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which keys a deployment touches, as {@code aws s3 sync} reads it: all, less what is excluded, and
 * again what is included.
 */
record Filters(List<Pattern> excluded, List<Pattern> included) {

  static Filters of(JsonNode exclude, JsonNode include) {
    return new Filters(patterns(exclude), patterns(include));
  }

  boolean touches(String key) {
    return matches(included, key) || !matches(excluded, key);
  }

  private static boolean matches(List<Pattern> patterns, String key) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(key).matches());
  }

  private static List<Pattern> patterns(JsonNode list) {
    return list.valueStream().map(p -> Wildcard.pattern(p.asText())).toList();
  }
}
