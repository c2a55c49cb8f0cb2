package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.infra.instances.Instance;

/** Two customers in one account: neither has, names or may reach anything of the other. */
class ApartTest {

  /** Names that begin with each other: a pattern such as {@code acme*} would match several. */
  private static final List<Deployed> INSTANCES =
      Stream.of("a", "acme", "acme-two", "acme-tw", "other").map(ApartTest::instance).toList();

  private static Deployed instance(String name) {
    var like = name.length() % 2 == 0 ? Synthesized.LARGEST : Synthesized.SMALLEST;
    var instance = new Instance(name, like.settings());
    return new Deployed(instance.stack(), Synthesized.of(instance));
  }

  static List<List<Deployed>> pairs() {
    var pairs = new ArrayList<List<Deployed>>();
    for (var one : INSTANCES) {
      INSTANCES.stream().filter(o -> o != one).forEach(other -> pairs.add(List.of(one, other)));
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theyShareNoNameExportOrPermission(List<Deployed> pair) {
    for (Function<Deployed, Set<String>> of :
        List.<Function<Deployed, Set<String>>>of(
            Deployed::names, Deployed::exports, Deployed::permissions, Deployed::arns)) {
      var shared = new TreeSet<>(of.apply(pair.getFirst()));
      shared.retainAll(of.apply(pair.getLast()));
      assertThat(shared).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void noRoleOfOneReachesAResourceOfTheOther(List<Deployed> pair) {
    assertThat(pair.getFirst().patterns()).hasSizeGreaterThan(40);
    for (var pattern : pair.getFirst().patterns()) {
      assertThat(reached(pattern, pair.getLast())).as(pattern).isEmpty();
    }
  }

  @Test
  void ofEachNameInATemplateItIsKnownWhatItNames() {
    assertThat(INSTANCES).allSatisfy(instance -> assertThat(instance.unknownNames()).isEmpty());
  }

  /** That the test would see it, were it so: of everything, acme being one of the largest. */
  @Test
  void aRoleReachesItsOwnAndAPatternOfAPrefixReachesOthers() {
    var acme = INSTANCES.get(1);
    var nowhere = acme.patterns().stream().filter(p -> reached(p, acme).isEmpty()).toList();
    // The CDK's archives are no resource of the stack.
    assertThat(nowhere).hasSize(2).allMatch(pattern -> pattern.startsWith("arn:aws:s3:::cdk-"));
    assertThat(reached("arn:aws:dynamodb:*:*:table/parley-acme-*", INSTANCES.get(2))).isNotEmpty();
  }

  private static List<String> reached(String pattern, Deployed other) {
    var regex = Pattern.compile(like(pattern), Pattern.DOTALL);
    return other.arns().stream().filter(arn -> regex.matcher(arn).matches()).toList();
  }

  /** IAM's wildcards: any text, also with colons and slashes, and any one character. */
  private static String like(String pattern) {
    return Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
  }
}
