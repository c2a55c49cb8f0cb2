package parley.local.iam;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Asks the authority before something is done, prints what was denied, and tells of every decision.
 * Safe for many threads.
 */
public final class Guard {

  private final Authority authority;
  private final Consumer<String> console;
  private final List<Consumer<Decision>> listeners = new CopyOnWriteArrayList<>();

  /** Decisions by this authority; what is denied is printed here. */
  public Guard(Authority authority, Consumer<String> console) {
    this.authority = authority;
    this.console = console;
  }

  /** Tells of every decision from now on, in the thread that asks: quickly. */
  public void listen(Consumer<Decision> listener) {
    listeners.add(listener);
  }

  /** Whether it is allowed; a denial is printed. */
  public Decision check(Principal principal, Access access) {
    var decision = authority.decide(principal, access);
    listeners.forEach(listener -> listener.accept(decision));
    if (!decision.allowed()) {
      console.accept("denied: " + decision.message());
    }
    return decision;
  }

  /**
   * Whether all of it is allowed: the first denial, which is printed; empty where there is none.
   */
  public Optional<Decision> firstDenied(Principal principal, List<Access> accesses) {
    return accesses.stream()
        .map(access -> check(principal, access))
        .filter(decision -> !decision.allowed())
        .findFirst();
  }

  /** Whether it would be allowed, where an answer depends on it but nothing is refused by it. */
  public boolean allows(Principal principal, Access access) {
    return authority.decide(principal, access).allowed();
  }
}
