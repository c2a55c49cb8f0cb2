package parley.tests.permissions;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import parley.local.iam.Grant;
import parley.tests.faults.FaultInterface;
import parley.tests.permissions.Users.User;
import parley.tests.twin.Patience;
import parley.tests.twin.RunningTwin;

/**
 * Takes each grant away in turn, and shows the test that fails without it: the twin that does not
 * start, a test in the twin, or at last the one that says that nothing was denied. Ends with 1
 * where a grant is missed by none.
 */
final class Mutate {

  private static final Path RESULTS = Path.of("target/mutations.txt");

  /** How often the twin may fail to start for another reason than a denial. */
  private static final int STARTS = 3;

  /**
   * What a test that has waited for so long, and twice what it takes with all grants, waits for
   * does not come.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More of them are tried in a twin that starts without the grant. */
  private static final int TRIED_WHILE_IT_RUNS = 3;

  /** In the words of every denial. */
  private static final String DENIAL = "is not authorized to perform";

  private enum Kind {
    START,
    TEST,
    DENIAL,
    SURVIVED,
    EXCEPTION
  }

  private record Outcome(Kind kind, String what) {}

  private final TwinTests tests = new TwinTests();
  private final Users users;
  private boolean whole;

  private Mutate() throws Exception {
    users = Users.of(tests);
  }

  public static void main(String[] args) throws Exception {
    var wanted = Pattern.compile(args.length == 0 ? "" : args[0]);
    var all = new LinkedHashMap<Grant, Optional<String>>();
    var granted = Granted.read();
    granted.permissions().forEach(p -> all.put(granted.grant(p), Exceptions.of(p)));
    granted.ofResources().forEach(grant -> all.put(grant, Exceptions.of(grant)));
    all.keySet().removeIf(grant -> !wanted.matcher(grant.toString()).find());
    System.exit(new Mutate().run(all) ? 0 : 1);
  }

  /**
   * Tries all of these.
   *
   * @param grants each with the reason why nothing uses it, where there is one
   */
  private boolean run(Map<Grant, Optional<String>> grants) throws Exception {
    var began = System.nanoTime();
    List<Kind> kinds = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (var each : grants.entrySet()) {
      var started = System.nanoTime();
      var grant = each.getKey();
      var exception = each.getValue();
      var outcome =
          exception.isPresent() ? new Outcome(Kind.EXCEPTION, exception.get()) : without(grant);
      kinds.add(outcome.kind());
      lines.add(
          "%s: %s: %s (%d s)"
              .formatted(name(outcome.kind()), grant, outcome.what(), since(started).toSeconds()));
      System.out.println(lines.getLast());
      Files.write(RESULTS, lines);
    }
    System.out.println(summary(kinds, since(began)));
    return !kinds.contains(Kind.SURVIVED);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Outcome without(Grant grant) throws IOException, InterruptedException {
    var used = users.of(grant);
    var running = users.isAsked(grant) ? whileItRuns(grant, used) : Optional.<Outcome>empty();
    return running.isPresent() ? running.get() : fromTheStart(grant, used);
  }

  /**
   * Takes it away in a running twin, which is quick. Empty where that shows nothing: what was
   * denied is in a cache, or a test fails for what an earlier grant's absence left behind.
   */
  private Optional<Outcome> whileItRuns(Grant grant, List<User> used)
      throws IOException, InterruptedException {
    if (!whole) {
      start("--faults").ifPresent(Mutate::end);
      whole = true;
    }
    var faults = new FaultInterface(RunningTwin.faults());
    faults.revoke(grant.toString());
    var denials = Denials.without(grant);
    for (var user : used.subList(0, Math.min(used.size(), TRIED_WHILE_IT_RUNS))) {
      var failed = fails(user, user.took(), denials);
      if (denials.come()) {
        faults.restore();
        return Optional.of(shown(user, failed));
      }
      if (failed) {
        break;
      }
    }
    return Optional.empty(); // The next twin starts anew.
  }

  private Outcome fromTheStart(Grant grant, List<User> used)
      throws IOException, InterruptedException {
    whole = false;
    var refused = start("--revoke", grant.toString());
    if (refused.isPresent()) {
      return new Outcome(Kind.START, refused.get());
    }
    var denials = Denials.sinceTheStart();
    for (var user : used) {
      var failed = fails(user, user.alone(), denials);
      var denied = denials.come();
      if (failed && !denied) {
        return new Outcome(Kind.TEST, user.test().name() + ", and nothing was denied");
      }
      if (denied) {
        return shown(user, failed);
      }
    }
    return denials.come()
        ? new Outcome(Kind.DENIAL, "LeastPrivilegeTest.nothingWasDenied, at the start")
        : new Outcome(Kind.SURVIVED, survival(used));
  }

  /**
   * Runs it. Once the grant was missed a test that waits will wait in vain: it is given less time.
   *
   * @param usually how long it takes with all grants
   */
  private boolean fails(User user, Duration usually, Denials denials)
      throws IOException, InterruptedException {
    Patience.set(PATIENCE.plus(usually.multipliedBy(2)));
    var running = CompletableFuture.supplyAsync(() -> tests.failure(user.test()));
    while (!running.isDone()) {
      if (denials.areThere()) {
        Patience.set(PATIENCE);
      }
      LockSupport.parkNanos(Denials.POLL_NANOS);
    }
    return running.join().isPresent();
  }

  private static Outcome shown(User user, boolean failed) {
    var test = user.test().name();
    return failed
        ? new Outcome(Kind.TEST, test)
        : new Outcome(Kind.DENIAL, "LeastPrivilegeTest.nothingWasDenied, after " + test);
  }

  /** Starts a twin: with which denial it does not start; empty where it does. */
  private static Optional<String> start(String... options) {
    for (var tries = 1; ; tries++) {
      try {
        RunningTwin.restart(options);
        return Optional.empty();
      } catch (IllegalStateException e) {
        if (e.getMessage().contains(DENIAL)) {
          return Optional.of(e.getMessage().replaceFirst("(?s).*\n", ""));
        }
        // A busy machine may keep it from starting, which proves nothing.
        if (tries == STARTS) {
          throw e;
        }
      }
    }
  }

  private static void end(String denial) {
    throw new IllegalStateException("denied with all grants: " + denial);
  }

  private static String survival(List<User> used) {
    return used.isEmpty()
        ? "no test uses it"
        : used.stream().map(user -> user.test().name()).collect(joining(", ", "passed: ", ""));
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String summary(List<Kind> kinds, Duration took) {
    return "%d grants taken away: without them %d stop the start, %d fail a test, %d are denied and shown; %d survived; %d exceptions (%d s)"
        .formatted(
            kinds.size(),
            count(kinds, Kind.START),
            count(kinds, Kind.TEST),
            count(kinds, Kind.DENIAL),
            count(kinds, Kind.SURVIVED),
            count(kinds, Kind.EXCEPTION),
            took.toSeconds());
  }

  private static long count(List<Kind> kinds, Kind kind) {
    return kinds.stream().filter(kind::equals).count();
  }
}
