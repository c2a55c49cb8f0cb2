package parley.local.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.local.aws.AwsApi;
import parley.local.template.Stack;

/** The names that rules can be about. */
final class Known {

  private Known() {}

  /** By selector; connections come and go, and are not among them. */
  static Map<String, Set<String>> of(Stack stack, List<AwsApi> apis, PartitionKeys keys) {
    return Map.of(
        "function",
        stack.all("AWS::Lambda::Function").stream()
            .map(function -> function.id())
            .collect(Collectors.toCollection(TreeSet::new)),
        "service",
        apis.stream().map(AwsApi::signingName).collect(Collectors.toCollection(TreeSet::new)),
        "operation",
        apis.stream()
            .flatMap(api -> api.operations().stream())
            .collect(Collectors.toCollection(TreeSet::new)),
        "mapping",
        new TreeSet<>(keys.mappings()),
        "direction",
        new TreeSet<>(List.of("in", "out")));
  }
}
