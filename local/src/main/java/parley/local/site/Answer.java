package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an origin answers.
 *
 * @param status the HTTP status
 * @param headers by name, whatever its case
 * @param body the bytes to send
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

  Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
  }

  /** What may not be read, or is not there for one who may not list. */
  static Answer denied() {
    return error(403, "AccessDenied", "Access Denied");
  }

  /** What is not there, for one who may list. */
  static Answer missing() {
    return error(404, "NoSuchKey", "The specified key does not exist.");
  }

  /** An error as S3 and CloudFront write it. */
  private static Answer error(int status, String code, String message) {
    var xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message></Error>
        """
            .formatted(code, message);
    return new Answer(status, Map.of("Content-Type", "application/xml"), xml.getBytes(UTF_8));
  }

  Answer withStatus(int other) {
    return new Answer(other, headers, body);
  }
}
