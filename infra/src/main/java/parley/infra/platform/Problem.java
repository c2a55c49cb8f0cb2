package parley.infra.platform;

/**
 * A refusal that API Gateway makes itself, in the functions' form (RFC 9457).
 *
 * @param status the HTTP status
 * @param code stable; clients branch on it
 * @param detail one JSON value: a quoted sentence, or a variable that API Gateway quotes
 */
public record Problem(int status, String code, String detail) {

  /** Its media type. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** What is nobody's fault who asked. */
  public static final Problem INTERNAL_ERROR =
      new Problem(500, "internal-error", "\"something went wrong here, not with the request\"");

  /** As JSON, with the request's id as a mapping template's expression gives it. */
  String json(String requestId) {
    return """
    {"type":"urn:parley:problem:%s","title":"%s","status":%d,"code":"%s","detail":%s,"requestId":%s}"""
        .formatted(code, code.replace('-', ' '), status, code, detail, requestId);
  }

  /** As JSON, with API Gateway's own id of the request. */
  public String json() {
    return json("\"$context.requestId\"");
  }
}
