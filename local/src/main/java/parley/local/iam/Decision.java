package parley.local.iam;

import java.util.List;

/**
 * What was decided about one access, and why.
 *
 * @param principal who asked
 * @param access for what
 * @param outcome what came of it
 * @param grants the pieces of policies that allowed it, or that denied it explicitly; none where
 *     nothing allowed it
 * @param reason why it was denied, in AWS's words from "because" or "with" on; "" where allowed
 */
public record Decision(
    Principal principal, Access access, Outcome outcome, List<Grant> grants, String reason) {

  /** How a decision may end. */
  public enum Outcome {
    ALLOWED,
    IMPLICITLY_DENIED,
    EXPLICITLY_DENIED
  }

  /** Whether the access is allowed. */
  public boolean allowed() {
    return outcome == Outcome.ALLOWED;
  }

  /** What AWS tells the one who was denied. */
  public String message() {
    return "User: %s is not authorized to perform: %s on resource: %s %s"
        .formatted(principal.arn(), access.action(), access.resource(), reason);
  }
}
