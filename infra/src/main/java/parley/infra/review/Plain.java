package parley.infra.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/**
 * Writes a template's expressions as a person would: {@code ${Messages.Arn}}, not two JSON objects.
 */
public final class Plain {

  private Plain() {}

  /** A value on one line; logical ids without the hash at their end. */
  public static String text(JsonNode value) {
    if (value.has("Ref")) {
      return "${" + name(value.path("Ref").asText()) + "}";
    }
    if (value.has("Fn::GetAtt")) {
      var parts = value.path("Fn::GetAtt");
      return "${" + name(parts.path(0).asText()) + "." + parts.path(1).asText() + "}";
    }
    if (value.has("Fn::Join")) {
      var parts = value.path("Fn::Join");
      return parts
          .path(1)
          .valueStream()
          .map(Plain::text)
          .collect(Collectors.joining(parts.path(0).asText()));
    }
    if (value.has("Fn::Sub")) {
      return value.path("Fn::Sub").asText();
    }
    if (value.isArray()) {
      return value.valueStream().map(Plain::text).collect(Collectors.joining(", "));
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** An ARN without what is the same in all of a stack's, and without hashes of contents. */
  public static String arn(JsonNode value) {
    return text(value)
        .replace("arn:${AWS::Partition}:", "")
        .replace("${AWS::Region}:${AWS::AccountId}:", "")
        .replaceAll("[0-9a-f]{64}", "HASH");
  }

  /** A logical id without the eight digits that keep it apart from others. */
  public static String name(String logicalId) {
    return logicalId.replaceFirst("[0-9A-F]{8}([0-9a-f]{32})?$", "");
  }
}
