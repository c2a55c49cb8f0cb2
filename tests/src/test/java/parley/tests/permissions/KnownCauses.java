package parley.tests.permissions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.infra.review.Permission;

/**
 * What docs/permissions.md says of each permission's use. Whether a request uses a permission may
 * depend on what else happens at that time: so the page knows more than one run shows.
 */
final class KnownCauses {

  static final Path PAGE = Path.of("../docs/permissions.md");

  private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (\\S+) \\| (.+) \\|");

  private record Key(String holder, String resource, String action) {}

  private final Map<Key, Set<String>> causes = new HashMap<>();

  private KnownCauses() {}

  static KnownCauses read() throws IOException {
    var known = new KnownCauses();
    var holder = "";
    for (var line : Files.readAllLines(PAGE)) {
      var row = ROW.matcher(line);
      if (line.startsWith("## ")) {
        holder = line.substring(3);
      } else if (row.matches()) {
        known.causes.put(
            new Key(holder, row.group(1), row.group(2)), Set.of(row.group(3).split(", ")));
      }
    }
    return known;
  }

  Set<String> of(Permission permission) {
    var key = new Key(permission.holder(), permission.resource(), permission.action());
    return causes.getOrDefault(key, Set.of());
  }

  /** All that is said to use anything. */
  List<String> all() {
    return causes.values().stream().flatMap(Set::stream).distinct().toList();
  }
}
