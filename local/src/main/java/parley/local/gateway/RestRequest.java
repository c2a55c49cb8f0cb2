package parley.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it reaches a REST API.
 *
 * @param method such as {@code GET}
 * @param path percent-encoded, with the stage as its first segment: {@code /api/rooms/r1}
 * @param query decoded values by name, in the order in which they were sent
 * @param headers values by name, as they were sent
 * @param body the bytes that were sent
 * @param sourceIp the caller's address
 */
public record RestRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  /** The last value of a header, whatever its case. */
  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getLast())
        .findFirst();
  }

  /** The media type of the body, without parameters; JSON where none was named, as on AWS. */
  String mediaType() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse(Json.TYPE);
  }

  /** The last value of each. */
  static Map<String, String> last(Map<String, List<String>> values) {
    var last = new LinkedHashMap<String, String>();
    values.forEach((name, all) -> last.put(name, all.getLast()));
    return last;
  }
}
