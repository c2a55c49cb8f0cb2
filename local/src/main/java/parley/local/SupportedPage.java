package parley.local;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import parley.local.aws.AwsApi;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.Template;

/** What the twin knows of AWS, as a page in Markdown; {@code bin/twin-supported} writes it. */
final class SupportedPage {

  private static final URI NOWHERE = URI.create("http://localhost");
  private static final Names NAMES =
      new Names("STACK", "REGION", "ACCOUNT", NOWHERE, NOWHERE, NOWHERE);
  private static final String ID = "Id";

  private static final String TOP =
      """
      # What the twin supports

      `bin/twin-supported` writes this page from the twin's code. What a template has and does not stand here stops the
      start, with the resource's logical id, its type and the property; the values of properties have limits of their own,
      which the start tells in the same way.

      A dotted path names a property within another, and covers all below it unless parts of it are named too; lists are
      passed over silently. *Without effect* is what is known and does nothing on one machine: the start prints what of it
      the stack has.

      ## Expressions

      %s

      Conditions, parameters with a default, and the pseudo parameters `AWS::AccountId`, `AWS::NoValue`, `AWS::Partition`,
      `AWS::Region`, `AWS::StackId`, `AWS::StackName` and `AWS::URLSuffix`.

      ## Operations of AWS's APIs

      By the service's name in signatures. A function may call them where its role allows it. The developer's profile may
      do all of them, and of DynamoDB and its streams all that DynamoDB Local does.

      """;

  private SupportedPage() {}

  /** Prints the page. */
  public static void main(String[] arguments) {
    System.out.print(text());
  }

  static String text() {
    try (var parts =
        Parts.unstarted(
            NAMES,
            key -> {
              throw new IllegalArgumentException("there is no asset " + key);
            })) {
      return of(parts.types(), parts.apis());
    }
  }

  private static String of(Collection<ResourceType> types, Collection<AwsApi> apis) {
    var page = new StringBuilder(TOP.formatted(names(Template.expressions())));
    apis.stream()
        .sorted(Comparator.comparing(AwsApi::signingName))
        .forEach(api -> page.append(line("`%s`".formatted(api.signingName()), api.operations())));
    page.append("\n## Resource types\n");
    types.stream()
        .sorted(Comparator.comparing(ResourceType::name))
        .forEach(type -> page.append(section(type)));
    return page.toString();
  }

  private static String section(ResourceType type) {
    return "\n### %s\n\n%s%s- `Ref`: such as `%s`\n%s"
        .formatted(
            type.name(),
            line("implemented", sorted(type.implemented())),
            line("without effect", sorted(type.inert())),
            example(type.ref()),
            line("`Fn::GetAtt`", sorted(type.attributes().keySet())));
  }

  /** A value of a resource whose logical id is {@code Id}. */
  private static String example(ResourceType.Value value) {
    var text =
        value instanceof PropertyValue made
            ? made.of(NAMES, ID, path -> path)
            : value.of(NAMES, ID);
    return text.replace(NAMES.physical(ID), "STACK-Id-SUFFIX");
  }

  private static String line(String what, List<String> names) {
    return names.isEmpty() ? "" : "- %s: %s\n".formatted(what, names(names));
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  private static String names(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}
