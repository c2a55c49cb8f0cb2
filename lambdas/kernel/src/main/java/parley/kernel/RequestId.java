package parley.kernel;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * What a request is called in its reply, so that whoever asked can match the two. On a socket the
 * client chooses it.
 */
final class RequestId {

  /** In characters, as the socket's description says. */
  static final int LONGEST = 64;

  private static final String MEMBER = "requestId";

  private RequestId() {}

  /** Why a record's id cannot be given back; empty where it can, or there is none. */
  static Optional<Refusal> refusal(JsonNode record) {
    var id = record.path(MEMBER);
    if (id.isMissingNode() || id.isNull() || (id.isTextual() && isGood(id.textValue()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            400,
            "invalid-input",
            "the request's id must be a string of at most %d characters".formatted(LONGEST)));
  }

  /**
   * The id of a record of which the rest cannot be read; "" where it is not the first member, as
   * the mapping templates write it, or cannot be given back.
   */
  static String leading(byte[] record) {
    try (var parser = Json.MAPPER.getFactory().createParser(record)) {
      var found =
          parser.nextToken() == JsonToken.START_OBJECT
              && MEMBER.equals(parser.nextFieldName())
              && parser.nextToken() == JsonToken.VALUE_STRING;
      return found && isGood(parser.getText()) ? parser.getText() : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Half of a surrogate pair is no character, and cannot be written in UTF-8. */
  private static boolean isGood(String id) {
    return id.codePointCount(0, id.length()) <= LONGEST
        && id.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
