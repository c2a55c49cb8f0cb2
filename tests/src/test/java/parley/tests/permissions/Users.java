package parley.tests.permissions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import parley.local.iam.Grant;
import parley.local.iam.UseLog;
import parley.tests.permissions.TwinTests.TwinTest;
import parley.tests.twin.RunningTwin;

/**
 * Which tests use a grant: those whose requests did, and those that fetched a file by it. What a
 * function's environment uses as it starts has no request: it counts for the tests whose requests
 * did something as that function.
 */
final class Users {

  static final Path USED = Path.of("target/twin", UseLog.NAME);

  /** What a test led to goes on behind it, as deliveries do: until nothing was used for so long. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** About what one function's start takes, which a test by itself waits for. */
  private static final Duration START = Duration.ofSeconds(1);

  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * A test that used it.
   *
   * @param took how long it took
   * @param alone about how long it takes in a twin that has just started
   */
  record User(TwinTest test, Duration took, Duration alone) {}

  private final Map<Grant, Set<User>> users = new HashMap<>();
  private final Map<Grant, String> started = new HashMap<>();
  private final Map<String, Set<User>> acting = new HashMap<>();

  private Users() {}

  /** Runs each class in a twin of its own. A test that fails without a grant missing ends it. */
  static Users of(TwinTests tests) throws IOException, InterruptedException {
    var users = new Users();
    for (var type : tests.byClass().values()) {
      RunningTwin.restart();
      for (var test : type) {
        users.watch(tests, test);
      }
    }
    return users;
  }

  /** The quickest first; empty where only the twin's start uses it. */
  List<User> of(Grant grant) {
    var whoStarts = acting.getOrDefault(started.getOrDefault(grant, ""), Set.of());
    return users.getOrDefault(grant, whoStarts).stream()
        .sorted(Comparator.comparing(User::alone))
        .toList();
  }

  /** Whether requests use it, and not only the start of environments. */
  boolean isAsked(Grant grant) {
    return users.containsKey(grant);
  }

  private void watch(TwinTests tests, TwinTest test) throws IOException {
    Files.deleteIfExists(USED); // What is used from here on is kept anew.
    var began = System.nanoTime();
    var failure = tests.failure(test);
    if (failure.isPresent()) {
      throw new IllegalStateException(test.name() + " fails with all grants", failure.get());
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    awaitQuiet();
    var uses = used();
    var roles =
        uses.stream()
            .filter(Users::isCaused)
            .map(UseLog.Use::role)
            .filter(role -> !role.isEmpty())
            .collect(Collectors.toSet());
    var user = new User(test, took, took.plus(START.multipliedBy(roles.size())));
    roles.forEach(role -> add(acting, role, user));
    uses.forEach(use -> note(use, user));
  }

  private void note(UseLog.Use use, User user) {
    for (var grant : use.grants()) {
      if (isCaused(use) || use.role().isEmpty()) {
        add(users, grant, user);
      } else {
        started.put(grant, use.role());
      }
    }
  }

  private static boolean isCaused(UseLog.Use use) {
    return !use.cause().isEmpty();
  }

  private static <K> void add(Map<K, Set<User>> users, K key, User user) {
    users.computeIfAbsent(key, k -> new HashSet<>()).add(user);
  }

  private static void awaitQuiet() throws IOException {
    var size = used().size();
    var since = System.nanoTime();
    while (System.nanoTime() - since < QUIET.toNanos()) {
      LockSupport.parkNanos(POLL.toNanos());
      var now = used().size();
      since = now == size ? since : System.nanoTime();
      size = now;
    }
  }

  private static List<UseLog.Use> used() throws IOException {
    return Files.exists(USED) ? UseLog.read(USED) : List.of();
  }
}
