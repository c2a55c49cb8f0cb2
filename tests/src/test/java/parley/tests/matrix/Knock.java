package parley.tests.matrix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import parley.tests.matrix.AccessPage.Row;
import parley.tests.twin.RunningTwin;
import parley.tests.twin.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An attempt to open a socket.
 *
 * @param path with its query
 * @param headers of the handshake
 */
record Knock(String path, Map<String, String> headers) {

  private static final String SOCKET = "/ws?ticket=";

  /** The attempt that a row of the page tells of, with a fresh ticket where it needs a good one. */
  static Knock of(Row row) {
    return switch (row.entry()) {
      case "no ticket" -> own("/ws");
      case "an empty ticket" -> own(SOCKET);
      case "words that are no ticket" -> own(SOCKET + "let-me-in");
      case "a used ticket" -> own(SOCKET + used());
      case "an expired ticket" -> own(SOCKET + expired());
      case "what is stored of a ticket" -> own(SOCKET + digest(ticket()));
      case "an ID token" -> own(SOCKET + Cast.MEMBER.person().token());
      case "a good ticket in a header" ->
          new Knock("/ws", Map.of("Origin", origin(), "ticket", ticket()));
      case "a good ticket from another site" -> from("https://elsewhere.example");
      case "a good ticket from a part of the site's name" ->
          from(origin().substring(0, origin().length() - 1));
      case "a good ticket from the site on another port" -> from("http://localhost:1");
      case "a good ticket from nowhere" -> from("null");
      case "a good ticket without an origin" -> new Knock(SOCKET + ticket(), Map.of());
      case "a good ticket below the socket's path" -> own("/ws/more?ticket=" + ticket());
      case "a good ticket at the REST API's path" -> own("/api/ws?ticket=" + ticket());
      default ->
          throw new AssertionError(
              "\"%s\" is in docs/access.md and not in Knock: add it there".formatted(row.entry()));
    };
  }

  /** The attempt that succeeds: a fresh ticket, from the site. */
  static Knock good() {
    return own(SOCKET + ticket());
  }

  /** The status of its answer. */
  int knock() {
    return Door.knock(path, headers);
  }

  private static Knock own(String path) {
    return new Knock(path, Map.of("Origin", origin()));
  }

  private static Knock from(String origin) {
    return new Knock(SOCKET + ticket(), Map.of("Origin", origin));
  }

  private static String origin() {
    return Cast.site().toString();
  }

  private static String ticket() {
    return Cast.MEMBER.person().send("POST", "/tickets", Map.of()).text("ticket");
  }

  private static String used() {
    var ticket = ticket();
    if (own(SOCKET + ticket).knock() != Door.OPENED) {
      throw new IllegalStateException("a fresh ticket did not open a socket");
    }
    return ticket;
  }

  /** As one is after half a minute. */
  private static String expired() {
    var ticket = ticket();
    Tables.of(RunningTwin.site())
        .set(
            "ConnectionsTickets",
            Map.of("ticket", digest(ticket)),
            "expires",
            AttributeValue.fromN(Long.toString(Instant.now().getEpochSecond() - 1)));
    return ticket;
  }

  private static String digest(String ticket) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(ticket.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
