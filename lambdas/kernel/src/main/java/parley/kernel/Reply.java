package parley.kernel;

/**
 * What a function answers; a response template turns it into a status and a body, or into a frame.
 *
 * @param status an HTTP status: 200 to 299, or a refusal's
 * @param body a JSON object: the result's shape is the route's, a refusal's is RFC 9457's
 */
public record Reply(int status, Object body) {

  /** Done, and this is the result. */
  public static Reply ok(Object body) {
    return new Reply(200, body);
  }

  /** Made, and this is it. */
  public static Reply created(Object body) {
    return new Reply(201, body);
  }

  /** Done, and there is nothing to say. */
  public static Reply done() {
    return ok(Json.object());
  }

  /** Refused, for a reason that the caller can do something about. */
  public static Reply refused(Refusal refusal) {
    return new Reply(refusal.status(), refusal);
  }

  /** True where this is no refusal. */
  public boolean succeeded() {
    return status < 300;
  }
}
