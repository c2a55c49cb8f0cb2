package parley.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.local.aws.AwsApi;
import parley.local.template.Intrinsics;
import parley.local.template.ResourceType;

/** What the twin knows of AWS, as a page in Markdown. */
final class SupportedPage {

  private static final String TOP =
      """
      # What the twin supports

      Written from the twin's code by `bin/twin-supported`. What a template has and does not stand here stops the start, with
      the resource's logical id, its type and the property.

      A dotted path names a property within others, and covers all below it unless parts of it are named; lists are passed over
      silently. *Without effect* is what is known, accepted and does nothing on one machine; the start prints what of it the
      stack has.
      """;

  private SupportedPage() {}

  static String of(Collection<ResourceType> types, Collection<AwsApi> apis) {
    var page = new StringBuilder(TOP);
    page.append("\n## Expressions\n\n").append(names(Set.copyOf(Intrinsics.FUNCTIONS))).append("\n");
    page.append("\n## APIs\n\n")
        .append("Operations that functions may call where their roles allow them, by signing name.\n\n");
    apis.stream()
        .sorted(Comparator.comparing(AwsApi::signingName))
        .forEach(api -> page.append(line(api.signingName(), Set.copyOf(api.operations()))));
    page.append("\n## Resource types\n");
    types.stream()
        .sorted(Comparator.comparing(ResourceType::name))
        .forEach(type -> page.append(section(type)));
    return page.toString();
  }

  private static String section(ResourceType type) {
    return "\n### %s\n\n%s%s%s"
        .formatted(
            type.name(),
            line("properties", type.implemented()),
            line("without effect", type.inert()),
            line("`Fn::GetAtt`", type.attributes().keySet()));
  }

  private static String line(String what, Set<String> names) {
    return names.isEmpty() ? "" : "- %s: %s\n".formatted(what, names(names));
  }

  private static String names(Set<String> names) {
    return names.stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}
