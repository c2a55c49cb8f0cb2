package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.infra.review.Plain;

/** What no policy of any stack may say, whoever holds it. */
class NarrownessTest {

  /**
   * The actions that IAM's reference lets stand on every resource alone, each with the page that
   * says so. There is none in these stacks.
   */
  private static final Map<String, String> ON_EVERY_RESOURCE = Map.of();

  static List<Synthesized> stacks() {
    return List.of(Synthesized.DEMO, Synthesized.FULL);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void noActionIsAWildcard(Synthesized stack) {
    assertThat(Statement.allowing(stack))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            statement -> {
              assertThat(statement.actions()).isNotEmpty().noneMatch(a -> a.matches(".*[*?].*"));
              assertThat(statement.excludes()).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void noRoleMayDoSomethingToEveryResource(Synthesized stack) {
    for (var statement : Statement.allowing(stack)) {
      if (!ON_EVERY_RESOURCE.keySet().containsAll(statement.actions())) {
        assertThat(statement.resources().stream().map(Plain::text))
            .as("%s", statement)
            .doesNotContain("*");
      }
    }
  }

  /** Where a part of a resource's name is not known before: each pattern ends in one resource. */
  @ParameterizedTest
  @MethodSource("stacks")
  void patternsEndInOneApisConnectionsOrOneBucketsFiles(Synthesized stack) {
    var patterns = new TreeSet<String>();
    for (var statement : Statement.allowing(stack)) {
      if (!statement.ofResource()) {
        statement.resources().stream()
            .map(Plain::text)
            .filter(resource -> resource.matches(".*[*?].*"))
            .forEach(resource -> patterns.add(resource + " " + statement.actions()));
      }
    }
    var api = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${SocketApi}/ws/";
    assertThat(patterns)
        .contains(
            "${SiteFiles.Arn}/* [s3:DeleteObject, s3:PutObject]",
            api + "DELETE/@connections/* [execute-api:ManageConnections]",
            api + "POST/@connections/* [execute-api:ManageConnections]");
    patterns.removeAll(
        List.of(
            "${SmsPicturesFiles.Arn}/* [s3:GetObject]",
            "${SmsPicturesFiles.Arn}/* [s3:DeleteObject]",
            "${SmsPicturesFiles.Arn}/* [s3:DeleteObject, s3:PutObject]",
            "${StreamArchivedFiles.Arn}/* [s3:PutObject]"));
    assertThat(patterns).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void noPolicyIsOneOfAwssOwn(Synthesized stack) {
    stack.each(
        (id, resource) -> {
          assertThat(resource.findValues("ManagedPolicyArns")).as(id).isEmpty();
          assertThat(resource.toString()).as(id).doesNotContain("iam::aws:policy/");
        });
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aResourceIsOpenToServicesAloneAndOnlyForThisStackOrAccount(Synthesized stack) {
    var open = Statement.allowing(stack).stream().filter(Statement::ofResource).toList();
    assertThat(open).hasSizeGreaterThan(29);
    for (var statement : open) {
      var principal = statement.json().path("Principal");
      assertThat(principal).as("%s", statement).hasSize(1);
      assertThat(Plain.text(principal.path("Service")))
          .as("%s", statement)
          .matches("[a-z]+\\.amazonaws\\.com");
      if (!statement.ofTrust()) {
        assertThat(statement.json().at("/Condition/StringEquals").properties())
            .as("%s", statement)
            .extracting(condition -> condition.getKey().toLowerCase(java.util.Locale.ROOT))
            .containsAnyOf("aws:sourcearn", "aws:sourceaccount");
      }
    }
    stack
        .all("AWS::Lambda::Permission")
        .forEach((id, permission) -> assertThat(permission.has("SourceArn")).as(id).isTrue());
  }
}
