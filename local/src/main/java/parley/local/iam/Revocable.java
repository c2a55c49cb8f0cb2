package parley.local.iam;

import java.util.Optional;

/** What the stack's policies allow, of which one piece can be taken away. */
public interface Revocable {

  /**
   * Takes one grant away, and gives back another that was. Throws {@link IllegalArgumentException}
   * where there is no such grant.
   */
  void revoke(Grant grant);

  /** What is away now, also by the option {@code --revoke}; empty where nothing is. */
  Optional<Grant> revoked();

  /** Gives back what was taken away. */
  void restore();
}
