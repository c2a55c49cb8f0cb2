package parley.addons.triggers.calls;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call of AWS' API.
 *
 * @param id CloudTrail's own
 * @param text who did what, in a sentence
 */
record Call(String id, String text) {

  private static final int LONGEST = 120;
  private static final String ACTION = "%s called %s of %s in %s%s.";

  /** Of an event of the bus. Throws {@link IllegalArgumentException} where it is of no call. */
  static Call of(JsonNode event) {
    var detail = event.path("detail");
    var id = detail.path("eventID").asText();
    if (!id.matches("[A-Za-z0-9-]{1,64}") || detail.path("eventName").asText().isEmpty()) {
      throw new IllegalArgumentException("a call has an eventID and an eventName");
    }
    var error = word(detail.path("errorCode"));
    return new Call(
        id,
        ACTION.formatted(
            who(detail.path("userIdentity")),
            word(detail.path("eventName")),
            word(detail.path("eventSource")).replace(".amazonaws.com", ""),
            word(detail.path("awsRegion")),
            error.isEmpty() ? "" : ", and was refused: " + error));
  }

  /** A person by their name, a role by its session, a service by its host. */
  private static String who(JsonNode identity) {
    var issuer = word(identity.at("/sessionContext/sessionIssuer/userName"));
    return switch (identity.path("type").asText()) {
      case "Root" -> "The account's root user";
      case "IAMUser" -> "The user " + word(identity.path("userName"));
      case "AssumedRole" -> "The role %s (%s)".formatted(issuer, session(identity));
      case "AWSService" -> "The service " + word(identity.path("invokedBy"));
      default -> "Somebody";
    };
  }

  /** The last part of a role's session's ARN: whoever took the role gave it. */
  private static String session(JsonNode identity) {
    var arn = word(identity.path("arn"));
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** What a caller may have chosen is cut, and stays on its line, and no mark-up. */
  private static String word(JsonNode node) {
    var text = node.asText("").replaceAll("[^A-Za-z0-9 .:/@=,+_-]", "?");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
