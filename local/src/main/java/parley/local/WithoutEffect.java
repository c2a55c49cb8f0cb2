package parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What a stack has that is knowingly without effect on one machine: one line to print, and the
 * whole list in a file.
 *
 * @param properties by resource type; none means that all of the type is without effect
 */
record WithoutEffect(Map<String, Set<String>> properties) {

  /** Writes the whole list, and returns the line. */
  String tell(Path file) throws IOException {
    Files.write(
        file,
        properties.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue().isEmpty() ? "" : " " + e.getValue()))
            .toList());
    var types =
        properties.entrySet().stream()
            .filter(e -> e.getValue().isEmpty())
            .map(e -> e.getKey().replace("AWS::", "").replace("::", " "))
            .collect(Collectors.joining(", "));
    var single = properties.values().stream().mapToInt(Set::size).sum();
    var parts = new StringJoiner(", and ");
    if (!types.isEmpty()) {
      parts.add(types);
    }
    if (single > 0) {
      parts.add(single + " properties of others");
    }
    return "without effect on one machine: %s (all of them: %s)".formatted(parts, file);
  }
}
