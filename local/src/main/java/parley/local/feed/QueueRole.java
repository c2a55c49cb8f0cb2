package parley.local.feed;

import java.util.List;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.lambda.Roles;
import parley.local.template.Stack;

/**
 * Whether a function's role lets Lambda receive from its queue. Asked when a mapping is made, as
 * Lambda does: a stack whose role lacks any of it cannot be deployed.
 */
record QueueRole(Stack stack, Guard guard) {

  private static final List<String> ACTIONS =
      List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

  /** Throws {@link IllegalArgumentException} in Lambda's words where the role lacks anything. */
  void check(QueueMapping mapping) {
    var role = Roles.session(stack, mapping.function());
    for (var action : ACTIONS) {
      var denied = guard.firstDenied(role, List.of(new Access("sqs:" + action, mapping.queue())));
      if (denied.isPresent()) {
        throw new IllegalArgumentException(
            "%s: The provided execution role does not have permissions to call %s on SQS (%s)"
                .formatted(mapping.id(), action, denied.get().message()));
      }
    }
  }
}
