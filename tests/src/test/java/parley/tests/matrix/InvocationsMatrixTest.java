package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.local.ResourceTypes;
import parley.local.iam.Access;
import parley.local.iam.Iam;
import parley.local.iam.Principal;
import parley.local.template.Assembly;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;

/**
 * Which function may invoke which, with the key of its own role: decided by what the twin asks for
 * every call, on the synthesized template.
 */
class InvocationsMatrixTest {

  private static final int ANY_PORT = 4600;

  private static final Iam IAM = new Iam(Clock.systemUTC());
  private static final Map<String, Resource> FUNCTIONS = new TreeMap<>();
  private static ResolvedStack stack;

  @BeforeAll
  static void read() throws IOException {
    stack =
        ResourceTypes.resolve(
            Assembly.read(Path.of("../cdk.out/demo"), Optional.empty()), ANY_PORT);
    IAM.start(stack);
    stack.all("AWS::Lambda::Function").stream()
        .filter(function -> function.text("Handler").startsWith("parley."))
        .forEach(function -> FUNCTIONS.put(name(function), function));
  }

  @TestFactory
  Stream<DynamicTest> aFunctionMayInvokeWhatThePageSaysAndNoOther() {
    var allowed =
        AccessPage.table("To invoke a function").stream()
            .collect(Collectors.toMap(AccessPage.Row::entry, row -> names(row.cell("invoked by"))));
    System.out.printf(
        "access matrix: %d cells of functions%n", FUNCTIONS.size() * FUNCTIONS.size());
    return FUNCTIONS.keySet().stream()
        .map(
            invoked ->
                dynamicTest(
                    invoked,
                    () ->
                        assertThat(invokersOf(invoked))
                            .isEqualTo(allowed.getOrDefault(invoked, new TreeSet<>()))));
  }

  @Test
  void thePageNamesOnlyFunctionsThatThereAre() {
    assertThat(FUNCTIONS.keySet())
        .containsAll(
            AccessPage.table("To invoke a function").stream()
                .flatMap(
                    row ->
                        Stream.concat(
                            Stream.of(row.entry()), names(row.cell("invoked by")).stream()))
                .toList());
  }

  private static Set<String> invokersOf(String invoked) {
    return FUNCTIONS.keySet().stream()
        .filter(by -> addressesOf(invoked).stream().anyMatch(address -> may(by, address)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean may(String function, String address) {
    var principal = new Principal.RoleSession(FUNCTIONS.get(function).text("Role"), "session");
    return IAM.decide(principal, new Access("lambda:InvokeFunction", address)).allowed();
  }

  /** The function itself, a version of it, and the alias by which it is invoked. */
  private static List<String> addressesOf(String function) {
    var names = stack.names();
    var arn = names.arn("lambda", "function:" + names.physical(FUNCTIONS.get(function).id()));
    return List.of(arn, arn + ":1", arn + ":live");
  }

  private static TreeSet<String> names(String cell) {
    return Arrays.stream(cell.split(", ")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Resource function) {
    return function.text("Handler").replaceFirst("^parley\\.", "").replaceFirst("Handler$", "");
  }
}
