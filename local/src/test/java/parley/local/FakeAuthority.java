package parley.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.local.iam.Access;
import parley.local.iam.Authority;
import parley.local.iam.Decision;
import parley.local.iam.Decision.Outcome;
import parley.local.iam.Guard;
import parley.local.iam.Principal;

/** Allows everything but the actions that a test denies, and remembers what it was asked. */
public final class FakeAuthority implements Authority {

  /** What was asked: who, and for what. */
  public record Asked(Principal principal, Access access) {}

  private static final String SERVICES = "services ";

  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<String> console = new CopyOnWriteArrayList<>();

  public FakeAuthority deny(String action) {
    denied.add(action);
    return this;
  }

  /** Only where a service of AWS asks. */
  public FakeAuthority denyToServices(String action) {
    denied.add(SERVICES + action);
    return this;
  }

  public FakeAuthority allow(String action) {
    denied.remove(action);
    denied.remove(SERVICES + action);
    return this;
  }

  public Guard guard() {
    return new Guard(this, console::add);
  }

  /** Such as {@code dynamodb:PutItem on arn:…}, in the order of asking. */
  public List<String> accesses() {
    return asked.stream()
        .map(asked -> asked.access().action() + " on " + asked.access().resource())
        .toList();
  }

  public List<Asked> asked() {
    return new ArrayList<>(asked);
  }

  public List<String> console() {
    return console;
  }

  @Override
  public Decision decide(Principal principal, Access access) {
    asked.add(new Asked(principal, access));
    return denied.contains(access.action())
            || principal instanceof Principal.Service && denied.contains(SERVICES + access.action())
        ? new Decision(
            principal, access, Outcome.IMPLICITLY_DENIED, List.of(), "because a test denies it")
        : new Decision(principal, access, Outcome.ALLOWED, List.of(), "");
  }
}
