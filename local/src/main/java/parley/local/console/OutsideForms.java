package parley.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import parley.local.outside.Outside;

/**
 * What the console does beside reading: a party's form is sent. Of pages, only the console's own
 * can ask for it: another one names its own origin, and cannot send JSON without being asked first.
 *
 * @param outside the parties
 */
record OutsideForms(Outside outside) {

  private static final String PATH = "/api/outside/";

  static boolean isFor(HttpServerExchange exchange) {
    return exchange.getRequestMethod().equalToString("POST")
        && exchange.getRequestPath().startsWith(PATH);
  }

  Reply reply(HttpServerExchange exchange) throws IOException, InterruptedException {
    var headers = exchange.getRequestHeaders();
    var own = "http://" + exchange.getHostAndPort();
    if (headers.contains(Headers.ORIGIN) && !headers.getFirst(Headers.ORIGIN).equals(own)) {
      return Reply.error(403, "only the console's own page may send a form");
    }
    var type = String.valueOf(headers.getFirst(Headers.CONTENT_TYPE));
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      return Reply.error(415, "a form is sent as application/json, and not as " + type);
    }
    var path = exchange.getRequestPath().substring(PATH.length()).split("/", 2);
    var standIn = outside.find(path[0]);
    if (standIn.isEmpty() || path.length < 2) {
      return Reply.error(404, "there is no party " + path[0]);
    }
    try {
      var fields = fields(exchange.getInputStream().readAllBytes());
      var said = standIn.get().submit(path[1], fields);
      return Reply.json(Reply.JSON.createObjectNode().put("said", said));
    } catch (IllegalArgumentException e) {
      return Reply.error(400, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Reply.error(502, "%s could not do that: %s".formatted(path[0], e.getMessage()));
    }
  }

  private static Map<String, String> fields(byte[] body) throws IOException {
    try {
      if (Reply.JSON.readTree(body) instanceof ObjectNode object) {
        var fields = new HashMap<String, String>();
        object.properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
        return fields;
      }
    } catch (JsonProcessingException e) {
      // The same answer as to what is JSON and no object.
    }
    throw new IllegalArgumentException("the fields are no JSON object of texts");
  }
}
