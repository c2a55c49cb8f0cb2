package parley.local.iam;

/**
 * The piece of a policy that a decision rests on.
 *
 * @param policy the logical id of the resource whose policy it is: of the policy, or of the role
 *     where it is inline
 * @param statement its position in the policy, from 0
 * @param action the action pattern that matched
 * @param resource the resource pattern that matched
 */
public record Grant(String policy, int statement, String action, String resource) {

  /**
   * Reads the four parts with a space between them. Throws {@link IllegalArgumentException} for
   * anything else.
   */
  public static Grant parse(String text) {
    var parts = text.split(" ");
    if (parts.length != 4 || !parts[1].matches("\\d{1,4}")) {
      throw new IllegalArgumentException(
          "a grant is POLICY STATEMENT ACTION RESOURCE, with STATEMENT from 0, and not \"%s\""
              .formatted(text));
    }
    return new Grant(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return "%s %d %s %s".formatted(policy, statement, action, resource);
  }
}
