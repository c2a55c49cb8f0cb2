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

/** Which tests use a grant: of each class the first one, the quickest test first. */
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
      for (var test : type) {
        users.watch(tests, test, known);
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

  private void watch(TwinTests tests, TwinTest test, Set<Grant> known) throws IOException {
    var began = System.nanoTime();
    var failure = tests.failure(test);
    if (failure.isPresent()) {
      throw new IllegalStateException(test.name() + " fails with all grants", failure.get());
    }
    var user = new User(test, System.nanoTime() - began);
    for (var grant : used()) {
      if (known.add(grant)) {
        users.computeIfAbsent(grant, g -> new ArrayList<>()).add(user);
      }
    }
  }

  private static List<Grant> used() throws IOException {
    return UseLog.read(USED).stream().flatMap(use -> use.grants().stream()).distinct().toList();
  }
}
