package parley.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.stream.Collectors;
import parley.local.gateway.Refused.Reason;

/**
 * A JSON Schema (draft 4) that bodies must obey.
 *
 * @param schema the compiled schema
 */
record Model(JsonSchema schema) {

  /**
   * @param schema the schema as the template has it
   * @param others all schemas of the API by the address under which others refer to them
   */
  static Model of(JsonNode schema, Map<String, String> others) {
    var factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(others)));
    return new Model(factory.getSchema(schema));
  }

  void check(String body) throws Refused {
    JsonNode value;
    try {
      value = Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Refused(
          Reason.BAD_REQUEST_BODY,
          Reason.BAD_REQUEST_BODY.message,
          "Could not parse request body into json: " + e.getOriginalMessage());
    }
    var violations = schema.validate(value);
    if (value.isMissingNode() || !violations.isEmpty()) {
      throw new Refused(
          Reason.BAD_REQUEST_BODY,
          Reason.BAD_REQUEST_BODY.message,
          violations.stream()
              .map(ValidationMessage::getMessage)
              .sorted()
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }
}
