package parley.kernel;

import java.util.List;

/**
 * A "no" that a user can cause: a value with a stable code, told to the client as {@code
 * application/problem+json} (RFC 9457).
 *
 * @param status the HTTP status, 400 to 499
 * @param code stable, kebab-case; clients branch on it
 * @param detail one sentence for a person
 * @param errors what was wrong with the input, if that was it
 */
public record Refusal(int status, String code, String detail, List<Violation> errors) {

  /** A refusal that is not about single members of the input. */
  public Refusal(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  /** The input is not as the API's description says. */
  public static Refusal invalid(List<Violation> errors) {
    return new Refusal(
        400, "invalid-input", "the request is not valid: see errors", List.copyOf(errors));
  }

  /**
   * What does not exist and what is forbidden give this same answer, so that nobody learns what
   * there is.
   */
  public static Refusal notFound(String what) {
    return new Refusal(404, "not-found", "there is no such " + what + ", or you may not see it");
  }

  /** The caller may see it, but not do this to it. */
  public static Refusal forbidden(String detail) {
    return new Refusal(403, "forbidden", detail);
  }

  /** It would contradict what is there. */
  public static Refusal conflict(String code, String detail) {
    return new Refusal(409, code, detail);
  }
}
