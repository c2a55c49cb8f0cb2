package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page, in Markdown: function, what it may do, on what, and who has it run. */
public final class PermissionsPage {

  private final JsonNode template;
  private final List<Permission> permissions;
  private final Invokers invokers;
  private final Optional<Function<Permission, String>> evidence;

  private PermissionsPage(JsonNode template, Optional<Function<Permission, String>> evidence) {
    this.template = template;
    this.permissions = Permissions.of(template);
    this.invokers = Invokers.of(template, permissions);
    this.evidence = evidence;
  }

  /** What the template alone says. */
  public static String of(String stack, JsonNode template) {
    return new PermissionsPage(template, Optional.empty()).text(stack);
  }

  /**
   * With what is known of each permission's use.
   *
   * @param evidence for each permission the calls that used it, or why none did, in one line
   */
  public static String of(String stack, JsonNode template, Function<Permission, String> evidence) {
    return new PermissionsPage(template, Optional.of(evidence)).text(stack);
  }

  private String text(String stack) {
    var page = new StringBuilder("# What may do what in %s\n\n".formatted(stack));
    page.append(summary()).append('\n');
    byHolder()
        .forEach(
            (holder, theirs) -> {
              page.append("\n## %s\n\n".formatted(holder));
              var by = invokers.of(holder);
              page.append(
                  "Run by %s.\n\n"
                      .formatted(
                          by.isEmpty()
                              ? "CloudFormation, as a custom resource"
                              : String.join(", ", by)));
              page.append(table(theirs));
            });
    page.append("\n## What AWS's own services may do\n\n").append(services());
    return page.toString();
  }

  private String summary() {
    var actions = permissions.stream().filter(p -> p.action().contains("*")).count();
    var resources = permissions.stream().filter(p -> p.resource().equals("*")).count();
    return """
        Written from the synthesized template; every function has a role of its own, and a role allows what stands
        here and nothing else.

        - %d roles with %d permissions (an action on a resource)
        - %d with a wildcard in the action, %d on every resource (`*`)
        - %d policies of AWS's own
        """
        .formatted(byHolder().size(), permissions.size(), actions, resources, managed());
  }

  private long managed() {
    return template
        .path("Resources")
        .valueStream()
        .flatMap(resource -> resource.at("/Properties/ManagedPolicyArns").valueStream())
        .count();
  }

  private Map<String, List<Permission>> byHolder() {
    return permissions.stream()
        .collect(
            Collectors.groupingBy(Permission::holder, LinkedHashMap::new, Collectors.toList()));
  }

  private String table(List<Permission> theirs) {
    var table = new StringBuilder();
    table.append(
        evidence.isPresent()
            ? "| on | may | used by |\n|---|---|---|\n"
            : "| on | may |\n|---|---|\n");
    var byResource =
        theirs.stream()
            .collect(
                Collectors.groupingBy(
                    Permission::resource, LinkedHashMap::new, Collectors.toList()));
    byResource.forEach((resource, all) -> table.append(row(resource, all)));
    return table.toString();
  }

  private String row(String resource, List<Permission> all) {
    if (evidence.isEmpty()) {
      var actions =
          all.stream().map(Permission::action).distinct().collect(Collectors.joining(", "));
      return "| `%s` | %s |\n".formatted(resource, actions);
    }
    return all.stream()
        .map(
            permission ->
                "| `%s` | %s | %s |\n"
                    .formatted(resource, permission.action(), evidence.get().apply(permission)))
        .distinct()
        .collect(Collectors.joining());
  }

  private String services() {
    return template
        .path("Resources")
        .propertyStream()
        .flatMap(resource -> ServiceRights.of(resource.getValue()).stream())
        .sorted()
        .distinct()
        .map(line -> "- %s\n".formatted(line))
        .collect(Collectors.joining());
  }
}
