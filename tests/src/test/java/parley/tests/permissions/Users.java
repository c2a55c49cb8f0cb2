package parley.tests.permissions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.local.iam.Grant;
import parley.local.iam.UseLog;
import parley.tests.permissions.TwinTests.TwinTest;
import parley.tests.twin.RunningTwin;

/**
 * Which tests use a grant: those during which it was used, the quickest first; then the ones just
 * before them, whose work may have gone on after their end. Of each class only the first test
 * counts that used the grant for a cause.
 */
final class Users {

  static final Path USED = Path.of("target/twin", UseLog.NAME);

  private record User(TwinTest test, long nanos) {}

  private record Use(Grant grant, String cause) {}

  private final Map<Grant, Set<User>> during = new HashMap<>();
  private final Map<Grant, Set<User>> before = new HashMap<>();

  private Users() {}

  /** Runs each class in a twin of its own. A test that fails without a grant missing ends it. */
  static Users of(TwinTests tests) throws IOException, InterruptedException {
    var users = new Users();
    for (var type : tests.byClass().values()) {
      RunningTwin.restart("");
      var known = used();
      var last = Optional.<User>empty();
      for (var test : type) {
        last = Optional.of(users.watch(tests, test, last, known));
      }
    }
    return users;
  }

  /** The likeliest first; empty where only the twin's start uses it. */
  List<TwinTest> of(Grant grant) {
    return Stream.of(during, before)
        .map(users -> users.getOrDefault(grant, Set.of()))
        .flatMap(users -> users.stream().sorted(Comparator.comparingLong(User::nanos)))
        .map(User::test)
        .distinct()
        .toList();
  }

  /** Runs a test after the last one of its class; gives it, for the next one. */
  private User watch(TwinTests tests, TwinTest test, Optional<User> last, Set<Use> known)
      throws IOException {
    var began = System.nanoTime();
    var failure = tests.failure(test);
    if (failure.isPresent()) {
      throw new IllegalStateException(test.name() + " fails with all grants", failure.get());
    }
    var user = new User(test, System.nanoTime() - began);
    for (var use : used()) {
      if (known.add(use)) {
        add(during, use.grant(), user);
        last.ifPresent(earlier -> add(before, use.grant(), earlier));
      }
    }
    return user;
  }

  private static void add(Map<Grant, Set<User>> users, Grant grant, User user) {
    users.computeIfAbsent(grant, g -> new HashSet<>()).add(user);
  }

  private static Set<Use> used() throws IOException {
    var uses = new HashSet<Use>();
    for (var use : UseLog.read(USED)) {
      use.grants().forEach(grant -> uses.add(new Use(grant, use.cause())));
    }
    return uses;
  }
}
