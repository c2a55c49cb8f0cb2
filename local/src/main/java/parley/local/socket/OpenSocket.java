package parley.local.socket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An open connection, for a person who looks.
 *
 * @param id as {@code @connections} knows it
 * @param api the API's id
 * @param stage the stage that it was opened at
 * @param connectedAt since when
 * @param lastActive when the last frame came or went
 * @param sourceIp the client's address
 * @param userAgent the client's own name; "" where it said none
 * @param query the query that opened it
 * @param authorizer what the authorizer said of it
 */
public record OpenSocket(
    String id,
    String api,
    String stage,
    Instant connectedAt,
    Instant lastActive,
    String sourceIp,
    String userAgent,
    Map<String, List<String>> query,
    Map<String, Object> authorizer) {

  static OpenSocket of(Connection connection) {
    var session = connection.session();
    return new OpenSocket(
        session.id(),
        session.api().id(),
        session.opening().stage(),
        session.connectedAt(),
        connection.lastActive(),
        session.opening().sourceIp(),
        session.userAgent(),
        session.opening().query(),
        session.authorizer());
  }
}
