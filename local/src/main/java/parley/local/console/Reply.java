package parley.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the console answers.
 *
 * @param type the media type
 */
record Reply(int status, String type, byte[] body) {

  static final ObjectMapper JSON = new ObjectMapper();

  static Reply json(JsonNode json) {
    return new Reply(200, "application/json", json.toString().getBytes(UTF_8));
  }

  static Reply error(int status, String message) {
    var body = JSON.createObjectNode().put("message", message);
    return new Reply(status, "application/json", body.toString().getBytes(UTF_8));
  }
}
