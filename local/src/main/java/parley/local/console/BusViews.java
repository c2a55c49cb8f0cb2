package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.local.events.Buses;
import parley.local.events.Happened;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** Event buses, with their rules and what was put on them lately, as the page reads them. */
record BusViews(Stack stack, Buses buses) {

  ArrayNode all() {
    var list = Reply.JSON.createArrayNode();
    list.add(bus(Buses.DEFAULT));
    stack.all("AWS::Events::EventBus").forEach(bus -> list.add(bus(bus.text("Name"))));
    return list;
  }

  private ObjectNode bus(String name) {
    var json = Reply.JSON.createObjectNode().put("name", name);
    var rules = json.putArray("rules");
    stack.all("AWS::Events::Rule").stream()
        .filter(rule -> rule.get("EventBusName").asText(Buses.DEFAULT).equals(name))
        .forEach(rule -> rules.add(rule(rule)));
    var events = json.putArray("events");
    buses.newest().stream()
        .filter(happened -> happened.bus().equals(name))
        .forEach(happened -> events.add(event(happened)));
    return json;
  }

  private ObjectNode rule(Resource rule) {
    var json =
        Reply.JSON
            .createObjectNode()
            .put("id", rule.id())
            .put("enabled", !rule.get("State").asText().equals("DISABLED"));
    json.set("pattern", rule.get("EventPattern"));
    var targets = json.putArray("targets");
    for (var target : rule.get("Targets")) {
      targets
          .addObject()
          .put("arn", target.path("Arn").asText())
          .put("waiting", buses.waiting(rule.id(), target.path("Id").asText()));
    }
    return json;
  }

  private static ObjectNode event(Happened happened) {
    var json = Reply.JSON.createObjectNode();
    json.set("event", happened.event());
    var rules = json.putArray("rules");
    happened.rules().stream().sorted().forEach(rules::add);
    return json;
  }
}
