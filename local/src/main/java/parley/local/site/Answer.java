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

  /** An error as S3 and CloudFront write it. */
  static Answer denied() {
    var xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
        """;
    return new Answer(403, Map.of("Content-Type", "application/xml"), xml.getBytes(UTF_8));
  }

  Answer withStatus(int other) {
    return new Answer(other, headers, body);
  }
}
