package parley.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.stream.StreamRecord;
import parley.local.template.Stack;

/**
 * Which attribute is the partition key of the table behind each event source mapping.
 *
 * @param byMapping attributes' names by mappings' logical ids
 */
record PartitionKeys(Map<String, String> byMapping) {

  static PartitionKeys unknown() {
    return new PartitionKeys(Map.of());
  }

  static PartitionKeys of(Stack stack) {
    var tables = new HashMap<String, String>();
    for (var table : stack.all("AWS::DynamoDB::GlobalTable")) {
      table
          .get("KeySchema")
          .valueStream()
          .filter(key -> key.path("KeyType").asText().equals("HASH"))
          .forEach(
              key ->
                  tables.put(
                      stack.names().physical(table.id()), key.path("AttributeName").asText()));
    }
    var mappings = new HashMap<String, String>();
    for (var mapping : stack.all("AWS::Lambda::EventSourceMapping")) {
      var name = mapping.text("EventSourceArn").replaceFirst(".*:table/([^/]*).*", "$1");
      mappings.put(mapping.id(), tables.getOrDefault(name, ""));
    }
    return new PartitionKeys(Map.copyOf(mappings));
  }

  /** The logical ids of all mappings. */
  Set<String> mappings() {
    return byMapping.keySet();
  }

  /** The records of each partition key, in their order; all in one where the key is not known. */
  Collection<List<StreamRecord>> lanes(String mapping, List<StreamRecord> records) {
    var attribute = byMapping.getOrDefault(mapping, "");
    var lanes = new LinkedHashMap<JsonNode, List<StreamRecord>>();
    for (var record : records) {
      var key = record.json().path("dynamodb").path("Keys").path(attribute);
      lanes.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
    }
    return lanes.values();
  }
}
