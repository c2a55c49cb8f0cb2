package parley.local.gateway;

import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.template.Names;

/**
 * Whether API Gateway may invoke a function: by the permissions that the function itself gives.
 *
 * @param guard decides
 * @param names the stack's
 */
public record FunctionPermission(Guard guard, Names names) {

  private static final String GATEWAY = "apigateway.amazonaws.com";

  /**
   * Whether it may.
   *
   * @param source for what, as it ends an {@code execute-api} ARN: {@code API/STAGE/GET/things}
   * @param function the ARN by which it is invoked
   */
  public boolean allows(String source, String function) {
    var gateway = new Principal.Service(GATEWAY, names.arn("execute-api", source), names.account());
    return guard.check(gateway, new Access("lambda:InvokeFunction", function)).allowed();
  }
}
