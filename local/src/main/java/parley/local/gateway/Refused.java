package parley.local.gateway;

/** The gateway itself ends a request. */
final class Refused extends Exception {

  private final transient Reason reason;
  private final String validation;

  Refused(Reason reason) {
    this(reason, reason.message, "");
  }

  Refused(Reason reason, String message) {
    this(reason, message, "");
  }

  Refused(Reason reason, String message, String validation) {
    super(message, null, false, false);
    this.reason = reason;
    this.validation = validation;
  }

  Reason reason() {
    return reason;
  }

  /** What was wrong with the body, for {@code $context.error.validationErrorString}. */
  String validation() {
    return validation;
  }

  /** Its message, with what was wrong where that is known. */
  String explanation() {
    return validation.isEmpty() ? getMessage() : "%s: %s".formatted(getMessage(), validation);
  }

  /** The types of gateway responses, with AWS's own status and message. */
  enum Reason {
    MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token"),
    UNAUTHORIZED(401, "Unauthorized"),
    ACCESS_DENIED(403, "Forbidden"),
    BAD_REQUEST_PARAMETERS(400, "Missing required request parameters"),
    BAD_REQUEST_BODY(400, "Invalid request body"),
    REQUEST_TOO_LARGE(413, "Request Too Long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    API_CONFIGURATION_ERROR(500, "Internal server error"),
    INTEGRATION_FAILURE(504, "Network error communicating with endpoint"),
    INTEGRATION_TIMEOUT(504, "Endpoint request timed out");

    final int status;
    final String message;

    Reason(int status, String message) {
      this.status = status;
      this.message = message;
    }
  }
}
