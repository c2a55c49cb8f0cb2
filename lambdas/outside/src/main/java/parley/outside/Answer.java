package parley.outside;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an outside party answered.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param bytes its body, as it is
 */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** The body's text, read as UTF-8. */
  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** True where it was done. */
  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** A header's first value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
