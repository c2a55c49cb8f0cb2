package parley.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** JSON as the gateway reads it. */
final class Json {

  static final String TYPE = "application/json";

  static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  static String quote(String text) {
    return text(text);
  }

  /** A text, or a map or a list of texts, as JSON. */
  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError("every text can be written as JSON", e);
    }
  }

  /** The members of an object, in their order, made into something. */
  static <T> Map<String, T> members(JsonNode object, BiFunction<String, JsonNode, T> made) {
    var members = new LinkedHashMap<String, T>();
    object.properties().forEach(m -> members.put(m.getKey(), made.apply(m.getKey(), m.getValue())));
    return members;
  }

  /** The members of an object of texts. */
  static Map<String, String> texts(JsonNode object) {
    return members(object, (name, value) -> value.asText());
  }
}
