package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.infra.ApprovedTest.Size;
import parley.infra.review.Plain;

/** What no role and no policy of any instance may hold. */
class WildcardsTest {

  /** A statement that allows something. */
  private record Allowed(String of, JsonNode statement) {

    List<String> texts(String member) {
      var value = statement.path(member);
      return value.isArray()
          ? value.valueStream().map(Plain::text).toList()
          : value.isMissingNode() ? List.of() : List.of(Plain.text(value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noActionHasAWildcard(Size size) {
    assertThat(having(size, "Action", action -> action.contains("*"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsAllowedOnEveryResource(Size size) {
    assertThat(having(size, "Resource", resource -> resource.equals("*"))).isEmpty();
    assertThat(having(size, "NotAction", any -> true)).isEmpty();
    assertThat(having(size, "NotResource", any -> true)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyIsAllowedNothing(Size size) {
    assertThat(having(size, "Principal", principal -> principal.contains("*"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void onlyRolesOfTheStacksOwnPoliciesExist(Size size) {
    size.stack()
        .all("AWS::IAM::Role")
        .forEach((id, role) -> assertThat(role.has("ManagedPolicyArns")).as(id).isFalse());
    assertThat(size.stack().all("AWS::IAM::ManagedPolicy")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void connectionsAreManagedOfOneStageAndByOneVerb(Size size) {
    var managing =
        allowed(size).stream()
            .filter(a -> a.texts("Action").contains("execute-api:ManageConnections"))
            .flatMap(a -> a.texts("Resource").stream())
            .toList();
    assertThat(managing)
        .isNotEmpty()
        .allMatch(arn -> arn.matches(".*:\\$\\{SocketApi}/ws/(POST|DELETE|GET)/@connections/\\*"));
  }

  private static List<String> having(Size size, String member, Predicate<String> bad) {
    return allowed(size).stream()
        .filter(allowed -> allowed.texts(member).stream().anyMatch(bad))
        .map(allowed -> "%s: %s".formatted(allowed.of(), allowed.statement()))
        .toList();
  }

  private static List<Allowed> allowed(Size size) {
    var all = new ArrayList<Allowed>();
    size.stack()
        .each(
            (id, resource) ->
                resource
                    .findValues("Statement")
                    .forEach(
                        statements ->
                            (statements.isArray() ? statements : List.of(statements))
                                .forEach(
                                    statement -> {
                                      if (statement.path("Effect").asText().equals("Allow")) {
                                        all.add(new Allowed(id, statement));
                                      }
                                    })));
    assertThat(all).hasSizeGreaterThan(50);
    return all;
  }
}
