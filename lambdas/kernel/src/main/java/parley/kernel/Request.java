package parley.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The record that every function takes, whatever the transport.
 *
 * @param requestId names the request in the reply and in the log; chosen by API Gateway, or by the
 *     client on a socket
 * @param caller who asks
 * @param params what the route names: path and query parameters, or a frame's members of the same
 *     names
 * @param body the request's JSON object; empty where there is none
 */
public record Request(String requestId, Caller caller, ObjectNode params, ObjectNode body) {

  /**
   * Reads a record that a mapping template wrote; whatever is missing or of another type is read as
   * empty.
   */
  static Request of(JsonNode record) {
    var caller = record.path("caller");
    return new Request(
        record.path("requestId").asText(""),
        new Caller(
            caller.path("user").asText(),
            caller.path("name").asText(),
            caller.path("connection").asText()),
        object(record.path("params")),
        object(record.path("body")));
  }

  /** A call from one function to another: parameters and body in one object. */
  public static Request inside(String requestId, Object body) {
    return new Request(requestId, Caller.inside(), Json.object(), object(Json.tree(body)));
  }

  /** The request's values, checked as they are read. */
  public Input input() {
    return new Input(params, body);
  }

  static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : Json.object();
  }
}
