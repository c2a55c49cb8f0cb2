package parley.kernel;

/**
 * Who asks, as API Gateway's authorizer named them: nothing here comes from the request's own body.
 *
 * @param user the user pool's {@code sub}; empty for a call from inside
 * @param name the display name in the sign-in token; empty where the transport carries none
 * @param connection the WebSocket connection's id; empty over REST
 */
public record Caller(String user, String name, String connection) {

  /** A caller who is a person, over REST. */
  public static Caller user(String user) {
    return new Caller(user, "", "");
  }

  /** A call from one function to another. */
  public static Caller inside() {
    return new Caller("", "", "");
  }
}
