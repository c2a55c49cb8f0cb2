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
public record Grant(String policy, int statement, String action, String resource) {}
