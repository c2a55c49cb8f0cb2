package parley.local.outside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** The outside parties that a stack's functions name in their variables. */
record Named(Stack stack) {

  private static final String FUNCTION = "AWS::Lambda::Function";

  /** How a variable ends that declares that it names an outside party. */
  private static final String DECLARES = "_ORIGIN";

  private static final String OUTSIDE = "https://";

  /**
   * Where these origins are answered instead; the value itself where it names none of them.
   *
   * @param addresses by origin
   */
  static String rewritten(String value, Map<String, String> addresses) {
    return addresses.entrySet().stream()
        .filter(origin -> names(value, origin.getKey()))
        .map(origin -> origin.getValue() + value.substring(origin.getKey().length()))
        .findFirst()
        .orElse(value);
  }

  /** Whether any function names one of these origins. */
  boolean any(Set<String> origins) {
    return functions(origins).findAny().isPresent();
  }

  /** Those of some values that functions have in a variable, beside one of these origins. */
  List<String> beside(Set<String> origins, List<String> values) {
    return functions(origins)
        .flatMap(Named::variables)
        .map(Map.Entry::getValue)
        .filter(values::contains)
        .distinct()
        .toList();
  }

  /** The declared origins that nobody stands in for, a sentence each. */
  List<String> refusals(Set<String> known) {
    return stack.all(FUNCTION).stream()
        .flatMap(
            function ->
                variables(function)
                    .filter(variable -> variable.getKey().endsWith(DECLARES))
                    .filter(variable -> variable.getValue().startsWith(OUTSIDE))
                    .filter(variable -> found(variable.getValue(), known).isEmpty())
                    .map(variable -> refusal(function, variable, known)))
        .toList();
  }

  private static String refusal(
      Resource function, Map.Entry<String, String> variable, Set<String> known) {
    return "%s: its variable %s is %s, an outside party that no stand-in of the twin plays (those play %s): write one, or leave out what needs it"
        .formatted(
            function.id(),
            variable.getKey(),
            variable.getValue(),
            known.isEmpty() ? "nobody" : String.join(", ", known.stream().sorted().toList()));
  }

  private Stream<Resource> functions(Set<String> origins) {
    return stack.all(FUNCTION).stream()
        .filter(
            function ->
                variables(function).anyMatch(v -> found(v.getValue(), origins).isPresent()));
  }

  private static Stream<Map.Entry<String, String>> variables(Resource function) {
    return function.get("Environment.Variables").properties().stream()
        .map(variable -> Map.entry(variable.getKey(), variable.getValue().asText()));
  }

  private static Optional<String> found(String value, Set<String> origins) {
    return origins.stream().filter(origin -> names(value, origin)).findFirst();
  }

  private static boolean names(String value, String origin) {
    return value.equals(origin) || value.startsWith(origin + "/");
  }
}
