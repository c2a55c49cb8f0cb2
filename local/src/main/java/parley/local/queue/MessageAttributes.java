package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Predicate;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** What a sender may write beside a message's body, by name. */
final class MessageAttributes {

  private static final int MOST = 10;
  private static final String TYPES = "(String|Number|Binary)(\\..{1,249})?";

  private MessageAttributes() {}

  /** Those of a message that is sent. */
  static JsonNode read(JsonNode input) throws AwsError {
    var attributes = input.path("MessageAttributes");
    if (attributes.size() > MOST) {
      throw invalid("a message has %d attributes: at most %d are allowed", attributes.size(), MOST);
    }
    for (var attribute : attributes.properties()) {
      var type = attribute.getValue().path("DataType").asText();
      if (!attribute.getKey().matches("[A-Za-z0-9_.-]{1,256}")) {
        throw invalid("no attribute can have the name \"%s\"", attribute.getKey());
      }
      if (!type.matches(TYPES) || value(attribute.getValue()).isEmpty()) {
        throw invalid(
            "the attribute %s must have a value and a DataType of String, Number or Binary",
            attribute.getKey());
      }
    }
    return attributes.isObject() ? attributes : JsonApi.object();
  }

  /** How many bytes they take of a message. */
  static int size(JsonNode attributes) {
    return attributes.properties().stream()
        .mapToInt(
            a -> bytes(a.getKey() + a.getValue().path("DataType").asText() + value(a.getValue())))
        .sum();
  }

  /** Those whose names are wanted. */
  static ObjectNode some(JsonNode attributes, Predicate<String> wanted) {
    var some = JsonApi.object();
    attributes
        .properties()
        .forEach(
            attribute -> {
              if (wanted.test(attribute.getKey())) {
                some.set(attribute.getKey(), attribute.getValue());
              }
            });
    return some;
  }

  /** Whether one of ReceiveMessage's MessageAttributeNames means this name. */
  static Predicate<String> named(JsonNode names) {
    return name ->
        names
            .valueStream()
            .map(JsonNode::asText)
            .anyMatch(
                one ->
                    one.equals("All")
                        || one.equals(name)
                        || one.endsWith(".*")
                            && name.startsWith(one.substring(0, one.length() - 2)));
  }

  static String md5(String text) {
    return md5(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Source: the developer guide, "Calculating the MD5 message digest for message attributes". */
  static String md5(JsonNode attributes) {
    var sorted = new TreeMap<String, JsonNode>();
    attributes.properties().forEach(a -> sorted.put(a.getKey(), a.getValue()));
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var attribute : sorted.entrySet()) {
        var json = attribute.getValue();
        write(out, attribute.getKey().getBytes(StandardCharsets.UTF_8));
        write(out, json.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
        out.writeByte(isBinary(json) ? 2 : 1);
        write(
            out,
            isBinary(json)
                ? json.path("BinaryValue").binaryValue()
                : value(json).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return md5(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  static boolean isBinary(JsonNode attribute) {
    return attribute.path("DataType").asText().startsWith("Binary");
  }

  /** As it was sent: of binary ones in base64. */
  static String value(JsonNode attribute) {
    return attribute.path(isBinary(attribute) ? "BinaryValue" : "StringValue").asText();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static AwsError invalid(String form, Object... values) {
    return new AwsError("InvalidParameterValue", form.formatted(values));
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
