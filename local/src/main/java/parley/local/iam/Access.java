package parley.local.iam;

import java.util.List;
import java.util.Map;

/**
 * One thing that a call needs to be allowed. A call may need several.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN that it acts on; {@code *} where the action knows no resources
 * @param context values of condition keys that come with the call, by the key's name as the IAM
 *     reference spells it ({@code dynamodb:LeadingKeys}); keys of the principal and global ones are
 *     added by the decision
 */
public record Access(String action, String resource, Map<String, List<String>> context) {

  /** Without condition keys of its own. */
  public Access(String action, String resource) {
    this(action, resource, Map.of());
  }
}
