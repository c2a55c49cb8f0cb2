package parley.local.aws;

import parley.local.iam.Principal;

/** Whose access key signed a call. */
public sealed interface Caller {

  /** As the console names it. */
  String name();

  /**
   * A function of the stack, which may do what its role allows.
   *
   * @param name its logical id
   * @param session its role's session
   */
  record Function(String name, Principal.RoleSession session) implements Caller {}

  /**
   * A service of AWS, where it calls another for a resource of the stack.
   *
   * @param name the resource's logical id
   * @param session the session of the role that the resource names
   */
  record Service(String name, Principal.RoleSession session) implements Caller {}

  /** The person who runs the twin, as the account's administrator: may do everything. */
  record Administrator(String name) implements Caller {}
}
