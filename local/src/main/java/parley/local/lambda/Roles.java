package parley.local.lambda;

import parley.local.iam.Principal;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** Which role a function has. */
public final class Roles {

  private Roles() {}

  /**
   * The session of a function's role as which the function calls AWS, and as which AWS reads
   * streams and writes logs for it.
   *
   * @param functionArn with or without a version or an alias
   */
  public static Principal.RoleSession session(Stack stack, String functionArn) {
    var name = LambdaTypes.name(functionArn);
    return stack.all(LambdaTypes.FUNCTION).stream()
        .filter(function -> stack.names().physical(function.id()).equals(name))
        .findFirst()
        .map(function -> session(stack, function))
        .orElseThrow(
            () -> new IllegalArgumentException("the stack has no function " + functionArn));
  }

  static Principal.RoleSession session(Stack stack, Resource function) {
    return new Principal.RoleSession(function.text("Role"), stack.names().physical(function.id()));
  }
}
