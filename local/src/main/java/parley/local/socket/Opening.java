package parley.local.socket;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to open a connection.
 *
 * @param stage the first segment of its path
 * @param query decoded values by name
 * @param headers values by name, as they were sent
 * @param sourceIp the client's address
 */
public record Opening(
    String stage,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String sourceIp) {

  /** The last value of a header, whatever its case. */
  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getLast())
        .findFirst();
  }
}
