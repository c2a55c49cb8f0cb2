package parley.local.gateway;

import java.util.Map;
import java.util.regex.Pattern;
import parley.local.iam.Principal;

/** What an integration calls. */
sealed interface Target {

  /** Nothing: the gateway answers by itself. */
  record Mock() implements Target {}

  /** A function of the stack, by its ARN. */
  record Function(String arn) implements Target {}

  /**
   * An action of an AWS API of a JSON protocol.
   *
   * @param method the method's logical id
   * @param service the signing name
   * @param action such as {@code PutRecord}
   * @param role as which it is called
   * @param headers that are sent, beside those that the protocol asks for
   */
  record Action(
      String method,
      String service,
      String action,
      Principal.RoleSession role,
      Map<String, String> headers)
      implements Target {

    private static final Pattern URI =
        Pattern.compile("arn:aws:apigateway:[^:]+:([a-z0-9-]+):action/([A-Za-z]+)");

    static boolean isAddressed(String uri) {
      return URI.matcher(uri).matches();
    }

    /**
     * The action in {@code arn:aws:apigateway:REGION:SERVICE:action/ACTION}.
     *
     * @param role the role's ARN
     */
    static Action of(String method, String uri, String role, Map<String, String> headers) {
      var match = URI.matcher(uri);
      if (!match.matches()) {
        throw new IllegalArgumentException("%s is not the address of an action".formatted(uri));
      }
      // API Gateway's sessions are named so.
      var session = new Principal.RoleSession(role, "BackplaneAssumeRoleSession");
      return new Action(method, match.group(1), match.group(2), session, headers);
    }
  }
}
