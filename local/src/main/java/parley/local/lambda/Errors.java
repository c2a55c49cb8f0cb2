package parley.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** The error documents that Lambda itself writes, and the reading of those that functions write. */
final class Errors {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Errors() {}

  static byte[] timedOut(String requestId, Duration limit) {
    return of(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            limit.toMillis() / 1000.0));
  }

  static byte[] exited(String requestId, int status) {
    return of(
        "Runtime.ExitError",
        "RequestId: %s Error: Runtime exited with error: exit status %d"
            .formatted(requestId, status));
  }

  static byte[] killed(String requestId) {
    return of(
        "Runtime.ExitError",
        "RequestId: %s Error: Runtime exited with error: signal: killed".formatted(requestId));
  }

  static byte[] of(String type, String message) {
    try {
      return MAPPER.writeValueAsBytes(
          MAPPER.createObjectNode().put("errorType", type).put("errorMessage", message));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code type: message} of an error document, for a person to read. */
  static String summary(byte[] error) {
    try {
      var document = MAPPER.readTree(error);
      return "%s: %s"
          .formatted(
              document.path("errorType").asText("error"), document.path("errorMessage").asText());
    } catch (IOException e) {
      return "an error that is no JSON";
    }
  }
}
