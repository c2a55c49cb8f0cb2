package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import parley.local.outside.Exchange;
import parley.local.outside.Form;
import parley.local.outside.StandIn;

/**
 * The outside parties, with what was said and what they can be made to do, as the page reads it.
 */
final class OutsideViews {

  private OutsideViews() {}

  static ArrayNode all(List<StandIn> standIns) {
    var list = Reply.JSON.createArrayNode();
    for (var standIn : standIns) {
      var json = list.addObject().put("name", standIn.party().name());
      var origins = json.putArray("origins");
      standIn.party().origins().stream().sorted().forEach(origins::add);
      json.put("address", standIn.address().toString());
      var forms = json.putArray("forms");
      standIn.party().forms().forEach(form -> forms.add(form(form)));
      var exchanges = json.putArray("exchanges");
      standIn.exchanges().forEach(exchange -> exchanges.add(exchange(exchange)));
    }
    return list;
  }

  private static ObjectNode form(Form form) {
    var json = Reply.JSON.createObjectNode().put("id", form.id()).put("title", form.title());
    var fields = json.putArray("fields");
    for (var field : form.fields()) {
      var choices =
          fields
              .addObject()
              .put("name", field.name())
              .put("label", field.label())
              .put("initial", field.initial())
              .put("long", field.isLong())
              .putArray("choices");
      field.choices().forEach(choices::add);
    }
    return json;
  }

  private static ObjectNode exchange(Exchange exchange) {
    return Reply.JSON
        .createObjectNode()
        .put("direction", exchange.direction().name().toLowerCase(Locale.ROOT))
        .put("at", exchange.at().toEpochMilli())
        .put("method", exchange.method())
        .put("path", exchange.path())
        .put("status", exchange.status())
        .put("body", exchange.body())
        .put("answer", exchange.answer());
  }
}
