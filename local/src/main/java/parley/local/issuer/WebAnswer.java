package parley.local.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the issuer answers.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body text
 */
record WebAnswer(int status, Map<String, String> headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static WebAnswer json(int status, Object value) {
    try {
      return new WebAnswer(
          status,
          Map.of("Content-Type", "application/json;charset=UTF-8", "Cache-Control", "no-store"),
          JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON can be made of it", e);
    }
  }

  /** An error as OAuth 2.0 has it (RFC 6749, 5.2). */
  static WebAnswer error(String error) {
    return json(error.equals("invalid_client") ? 401 : 400, Map.of("error", error));
  }

  static WebAnswer redirect(String to) {
    return new WebAnswer(302, Map.of("Location", to, "Cache-Control", "no-store"), "");
  }

  WebAnswer with(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new WebAnswer(status, all, body);
  }
}
