package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of the template with every intrinsic function resolved.
 *
 * @param id its logical id
 * @param type such as {@code AWS::DynamoDB::GlobalTable}
 * @param properties plain JSON: no {@code Ref}, no {@code Fn::*}
 */
public record Resource(String id, String type, JsonNode properties) {

  /** A property by its dotted path; a missing node where there is none. */
  public JsonNode get(String path) {
    JsonNode node = properties;
    for (var name : path.split("\\.")) {
      node = node.path(name);
    }
    return node;
  }

  /** A text property; "" where there is none. */
  public String text(String path) {
    return get(path).asText();
  }
}
