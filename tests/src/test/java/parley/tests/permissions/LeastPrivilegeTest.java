package parley.tests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.infra.review.Permission;
import parley.infra.review.PermissionsPage;
import parley.local.iam.Grant;
import parley.local.iam.UseLog;
import parley.tests.twin.RunningTwin;

class LeastPrivilegeTest {

  private static Granted granted;
  private static List<UseLog.Use> uses;
  private static Set<Grant> used;

  @BeforeAll
  static void read() throws Exception {
    assertThat(Users.USED)
        .as("run all tests in the twin first: they leave what they used")
        .exists();
    granted = Granted.read();
    uses = UseLog.read(Users.USED);
    used = new HashSet<>();
    uses.forEach(use -> used.addAll(use.grants()));
  }

  @Test
  void whatAReviewerReadsIsWhatTheTwinEnforces() {
    assertThat(granted.permissions().stream().map(granted::grant))
        .containsExactlyInAnyOrderElementsOf(granted.grants());
  }

  @Test
  void nothingWasDenied() throws Exception {
    assertThat(Files.readAllLines(RunningTwin.OUTPUT)).noneMatch(l -> l.startsWith("denied: "));
  }

  @Test
  void everyGrantIsUsedOrHasItsReason() {
    var unused =
        granted.permissions().stream()
            .filter(p -> !used.contains(granted.grant(p)))
            .filter(p -> Exceptions.of(p).isEmpty())
            .toList();

    assertThat(unused).isEmpty();
  }

  @Test
  void everyGrantOfAResourcesOwnPolicyIsUsedOrHasItsReason() {
    assertThat(granted.ofResources())
        .isNotEmpty()
        .allSatisfy(
            grant -> assertThat(used.contains(grant)).isEqualTo(Exceptions.of(grant).isEmpty()));
  }

  @Test
  void noExceptionIsForWhatIsUsed() {
    var needless =
        granted.permissions().stream()
            .filter(p -> used.contains(granted.grant(p)))
            .filter(p -> Exceptions.of(p).isPresent())
            .toList();

    assertThat(needless).isEmpty();
    assertThat(Exceptions.all()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void withoutAnyOneGrantSomethingThatWasDoneWouldHaveBeenDenied() {
    var ofRoles =
        granted.permissions().stream().filter(p -> Exceptions.of(p).isEmpty()).map(granted::grant);
    var ofResources =
        granted.ofResources().stream().filter(grant -> Exceptions.of(grant).isEmpty());
    var notMissed = Stream.concat(ofRoles, ofResources).filter(grant -> !isMissed(grant)).toList();

    assertThat(notMissed).isEmpty();
  }

  @Test
  void thePageSaysWhatIsUsed() throws Exception {
    var known = KnownCauses.read();
    Files.writeString(Path.of("target/permissions.md"), page(p -> evidence(p, known.of(p))));

    assertThat(page(p -> String.join(", ", new TreeSet<>(known.of(p)))))
        .as("docs/permissions.md is old: copy tests/target/permissions.md over it")
        .isEqualTo(Files.readString(KnownCauses.PAGE));
    assertThat(granted.permissions())
        .as(
            "of what used it in this run, docs/permissions.md knows nothing: see target/permissions.md")
        .allSatisfy(p -> assertThat(known.of(p)).containsAnyOf(evidence(p, Set.of()).split(", ")));
  }

  @Test
  void thePageNamesNothingThatUsesNothingAnyMore() throws Exception {
    var seen =
        granted.permissions().stream()
            .flatMap(p -> Stream.of(evidence(p, Set.of()).split(", ")))
            .collect(Collectors.toSet());

    assertThat(seen).containsAll(KnownCauses.read().all());
  }

  private static String page(Function<Permission, String> evidence) {
    return PermissionsPage.of(granted.stack(), granted.template(), evidence);
  }

  private static boolean isMissed(Grant grant) {
    var without = granted.without(grant);
    return uses.stream()
        .filter(use -> use.grants().contains(grant))
        .anyMatch(use -> !without.decide(use.principal(), use.access()).allowed());
  }

  /** What used it in this run, or did before. */
  private static String evidence(Permission permission, Set<String> before) {
    return Exceptions.of(permission)
        .orElseGet(
            () ->
                Stream.concat(causes(permission), before.stream())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ")));
  }

  private static Stream<String> causes(Permission permission) {
    if (permission.action().startsWith("logs:")) {
      return Stream.of("its environments' start");
    }
    var grant = granted.grant(permission);
    var causes =
        uses.stream()
            .filter(use -> use.grants().contains(grant))
            .map(UseLog.Use::cause)
            .collect(Collectors.toSet());
    // Without a cause are the deployment, and functions that tests invoke past the gateway.
    return causes.equals(Set.of(""))
        ? Stream.of("the deployment")
        : causes.stream().filter(cause -> !cause.isEmpty()).map(LeastPrivilegeTest::withoutDigest);
  }

  /** CDK ends a logical id with eight digits of a digest. */
  private static String withoutDigest(String cause) {
    return cause.replaceFirst("(?<=[a-z])[0-9A-F]{8}$", "");
  }
}
