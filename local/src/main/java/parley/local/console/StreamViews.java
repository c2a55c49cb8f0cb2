package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import parley.local.template.Stack;

/** Event source mappings with how far they are, and queues, as the page reads them. */
record StreamViews(Stack stack, Console.Sources sources) {

  private static final int MESSAGES = 50;

  ArrayNode all() throws IOException {
    var list = Reply.JSON.createArrayNode();
    for (var mapping : stack.all("AWS::Lambda::EventSourceMapping")) {
      var json =
          list.addObject()
              .put("id", mapping.id())
              .put("source", mapping.text("EventSourceArn"))
              .put("function", mapping.text("FunctionName"));
      json.set("settings", mapping.properties());
      var checkpoints = sources.data().resolve("streams").resolve(mapping.id() + ".json");
      if (Files.exists(checkpoints)) {
        json.set("shards", Reply.JSON.readTree(checkpoints.toFile()).path("shards"));
      }
    }
    return list;
  }

  ArrayNode queues() {
    var list = Reply.JSON.createArrayNode();
    for (var queue : stack.all("AWS::SQS::Queue")) {
      var name = stack.names().physical(queue.id());
      var messages = list.addObject().put("id", queue.id()).put("name", name).putArray("messages");
      sources.queues().newest(stack.names().arn("sqs", name), MESSAGES).forEach(messages::add);
    }
    return list;
  }
}
