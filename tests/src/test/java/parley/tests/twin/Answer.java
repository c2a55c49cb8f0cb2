package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the REST API answered.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the JSON body; a missing node where there was none
 */
public record Answer(int status, String type, JsonNode body) {

  /** The stable code of a refusal; "" where it is none. */
  public String code() {
    return body.path("code").asText();
  }

  /** A text member of the body. */
  public String text(String member) {
    return body.path(member).asText();
  }
}
