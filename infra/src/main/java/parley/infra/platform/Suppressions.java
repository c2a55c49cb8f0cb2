package parley.infra.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;

/** The metadata of a resource in which cdk-nag finds the rules that it is not held to. */
final class Suppressions {

  private static final String KEY = "cdk_nag";
  private static final String RULES = "rules_to_suppress";

  private Suppressions() {}

  /** A map of more than one must have an order: else the same input gives other bytes. */
  static void add(CfnResource resource, List<String> ids, String reason) {
    var all = new ArrayList<Object>();
    if (resource.getMetadata(KEY) instanceof Map<?, ?> before
        && before.get(RULES) instanceof List<?> rules) {
      all.addAll(rules);
    }
    for (var id : ids) {
      all.add(new TreeMap<>(Map.of("id", id, "reason", reason)));
    }
    resource.addMetadata(KEY, Map.of(RULES, all));
  }
}
