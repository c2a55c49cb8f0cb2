package parley.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an AWS API answers.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the bytes to send
 */
public record AwsAnswer(int status, Map<String, String> headers, byte[] body) {

  /** An answer in JSON. */
  public static AwsAnswer json(int status, String body) {
    return new AwsAnswer(
        status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }

  /** An error as the REST-JSON services send it: the type in a header, the message in the body. */
  public static AwsAnswer error(int status, String type, String message) {
    return new AwsAnswer(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
        "{\"message\":\"%s\"}"
            .formatted(message.replace("\\", "\\\\").replace("\"", "\\\""))
            .getBytes(StandardCharsets.UTF_8));
  }
}
