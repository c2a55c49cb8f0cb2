package parley.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import parley.local.dynamo.TableItems;
import parley.local.template.Stack;

/** The tables and their items as the page reads them. */
record TableViews(Stack stack, TableItems tables) {

  private static final String TABLE = "AWS::DynamoDB::GlobalTable";

  ArrayNode all() throws IOException, InterruptedException {
    var list = Reply.JSON.createArrayNode();
    for (var table : stack.all(TABLE)) {
      list.add(summary(table.id()));
    }
    return list;
  }

  Optional<ObjectNode> items(String id, Function<String, Optional<String>> parameter)
      throws IOException, InterruptedException {
    if (stack.all(TABLE).stream().noneMatch(table -> table.id().equals(id))) {
      return Optional.empty();
    }
    var after = parameter.apply("after");
    var page =
        tables.page(
            stack.names().physical(id),
            new TableItems.Asked(
                parameter.apply("partition"),
                parameter.apply("sort"),
                after.isPresent() ? Optional.of(key(after.get())) : Optional.empty()));
    var json = summary(id);
    json.set("items", page.path("Items"));
    json.set("next", page.path("LastEvaluatedKey"));
    return Optional.of(json);
  }

  private ObjectNode summary(String id) throws IOException, InterruptedException {
    var name = stack.names().physical(id);
    var description = tables.describe(name);
    var json = Reply.JSON.createObjectNode();
    json.put("id", id)
        .put("name", name)
        .put("count", description.path("ItemCount").asLong())
        .put("stream", description.path("StreamSpecification").path("StreamViewType").asText());
    var keys = json.putArray("keys");
    description.path("KeySchema").forEach(key -> keys.add(key.path("AttributeName").asText()));
    return json;
  }

  private static JsonNode key(String json) {
    try {
      return Reply.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("after is no key as JSON: \"%s\"".formatted(json), e);
    }
  }
}
