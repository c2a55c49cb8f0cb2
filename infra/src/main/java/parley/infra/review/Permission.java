package parley.infra.review;

/**
 * One action that a role allows on one resource.
 *
 * @param holder whose role it is, such as {@code MessagesSendMessage}
 * @param policy the logical id of what has the policy: the role, or the policy of a device itself
 * @param statement its position in the policy, from 0
 * @param action such as {@code dynamodb:PutItem}
 * @param position the resource's in the statement, from 0
 * @param resource as the template names it: {@code ${MessagesTable.Arn}}
 */
public record Permission(
    String holder, String policy, int statement, String action, int position, String resource) {}
