package parley.tests.permissions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.iam.Grant;
import parley.local.iam.UseLog;
import parley.tests.permissions.TwinTests.TwinTest;
import parley.tests.twin.RunningTwin;

/**
 * Which tests use a grant: of each class the first one and the one before it, whose work may go on
 * after its end; the quickest test first.
 */
final class Users {

  static final Path USED = Path.of("target/twin", UseLog.NAME);

  private record User(TwinTest test, long nanos) {}

  private final Map<Grant, List<User>> users = new HashMap<>();

  private Users() {}

  /** Runs each class in a twin of its own. A test that fails without a grant missing ends it. */
  static Users of(TwinTests tests) throws IOException, InterruptedException {
    var users = new Users();
    for (var type : tests.byClass().values()) {
      RunningTwin.restart("");
      Set<Grant> known = new LinkedHashSet<>(used());
      List<User> last = List.of();
      for (var test : type) {
        last = users.watch(tests, test, last, known);
      }
    }
    return users;
  }

  /** The tests that used it; empty where only the twin's start does. */
  List<TwinTest> of(Grant grant) {
    return users.getOrDefault(grant, List.of()).stream()
        .sorted(Comparator.comparingLong(User::nanos))
        .map(User::test)
        .toList();
  }

  /** Runs a test; gives it, for the next one. */
  private List<User> watch(TwinTests tests, TwinTest test, List<User> before, Set<Grant> known)
      throws IOException {
    var began = System.nanoTime();
    var failure = tests.failure(test);
    if (failure.isPresent()) {
      throw new IllegalStateException(test.name() + " fails with all grants", failure.get());
    }
    var user = new User(test, System.nanoTime() - began);
    for (var grant : used()) {
      if (known.add(grant)) {
        var of = users.computeIfAbsent(grant, g -> new ArrayList<>());
        of.add(user);
        of.addAll(before);
      }
    }
    return List.of(user);
  }

  private static List<Grant> used() throws IOException {
    return UseLog.read(USED).stream().flatMap(use -> use.grants().stream()).distinct().toList();
  }
}
