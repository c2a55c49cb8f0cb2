package parley.infra.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON Schema of instance files, as the records of the settings have it. */
final class SettingsSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SettingsSchema() {}

  static String text(Class<? extends Record> settings) throws java.io.IOException {
    var schema = JSON.createObjectNode().put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "One customer of Parley").setAll(ofRecord(settings));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  private static ObjectNode ofRecord(Class<?> type) {
    var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
    var properties = schema.putObject("properties");
    var required = JSON.createArrayNode();
    for (var component : type.getRecordComponents()) {
      properties.set(component.getName(), ofComponent(component));
      if (mustBeWritten(component)) {
        required.add(component.getName());
      }
    }
    return required.isEmpty() ? schema : schema.set("required", required);
  }

  private static ObjectNode ofComponent(RecordComponent component) {
    var setting = component.getAnnotation(Setting.class);
    var described = JSON.createObjectNode().put("description", setting.about());
    if (component.getType() == Optional.class) {
      return described.setAll(ofRecord(Types.inOptional(component)));
    }
    if (component.getType() == Map.class) {
      var names = ofScalar(String.class, setting);
      names.remove("default");
      described.put("type", "object").set("propertyNames", names);
      return described.set("additionalProperties", ofRecord(Types.inMap(component)));
    }
    if (component.getType() == List.class) {
      return described.setAll(ofList(component, setting));
    }
    return described.setAll(
        component.getType().isRecord()
            ? ofRecord(component.getType())
            : ofScalar(component.getType(), setting));
  }

  private static ObjectNode ofList(RecordComponent component, Setting setting) {
    var type = Types.inList(component);
    var list = JSON.createObjectNode().put("type", "array");
    if (setting.most() > 0) {
      list.put("minItems", setting.least()).put("maxItems", setting.most());
    }
    if (!type.isRecord()) {
      list.put("uniqueItems", true);
    }
    var items = type.isRecord() ? ofRecord(type) : ofScalar(type, setting);
    items.remove("default");
    return list.set("items", items);
  }

  private static ObjectNode ofScalar(Class<?> type, Setting setting) {
    var schema = JSON.createObjectNode();
    var scalar = new ScalarReader(type, setting);
    if (type == int.class) {
      schema.put("type", "integer").set("enum", JSON.valueToTree(setting.oneOf()));
    } else {
      schema.put("type", type == boolean.class ? "boolean" : "string");
    }
    if (!setting.pattern().isEmpty()) {
      schema.put("pattern", "^(" + setting.pattern() + ")$");
    }
    return setting.otherwise().isEmpty() ? schema : schema.putPOJO("default", scalar.otherwise());
  }

  /** A record may be left out where everything in it may. */
  private static boolean mustBeWritten(RecordComponent component) {
    if (component.getType().isRecord()) {
      return java.util.Arrays.stream(component.getType().getRecordComponents())
          .anyMatch(SettingsSchema::mustBeWritten);
    }
    return component.getType() != Optional.class
        && component.getAnnotation(Setting.class).otherwise().isEmpty();
  }
}
