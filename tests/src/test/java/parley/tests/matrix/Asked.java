package parley.tests.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.tests.matrix.World.Scene;
import parley.tests.twin.Answer;
import parley.tests.twin.Person;
import parley.tests.twin.Pictures;
import parley.tests.twin.RunningTwin;
import parley.tests.twin.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request in which nothing is wrong but, perhaps, who makes it.
 *
 * @param entry a route, such as {@code GET /rooms}, or a socket's action, such as {@code send}
 * @param path with its query; "" for an action
 * @param body of a route; the members of an action's frame
 */
record Asked(String entry, String path, Map<String, Object> body) {

  private static final String END_LINK = "DELETE /rooms/{room}/slack";

  /** What a row of the page asks for, in a scene. */
  static Asked of(AccessPage.Row row, Scene scene) {
    var what = row.cell("what");
    var seq = what.startsWith("another's") ? scene.others() : scene.own();
    var user =
        switch (what) {
          case "a new member" -> Cast.GUEST.id();
          case "oneself, as owner" -> scene.caller().id();
          case "with nobody known" -> UUID.randomUUID().toString();
          default -> scene.other().id();
        };
    return row.entry().contains(" ")
        ? new Asked(row.entry(), path(row, scene.room(), user, seq), body(row, scene))
        : new Asked(row.entry(), "", frame(row.entry(), scene, seq));
  }

  /** Whether it only looks. */
  boolean reads() {
    return entry.startsWith("GET ") || entry.equals("POST /sync") || entry.equals("ping");
  }

  boolean overSocket() {
    return path.isEmpty();
  }

  /** The HTTP method; only for a route. */
  String method() {
    return entry.substring(0, entry.indexOf(' '));
  }

  /** Asks, and gives what was answered; a reply over the socket as if over REST. */
  Answer by(Person person) {
    if (!overSocket()) {
      var answer = person.send(method(), path, method().equals("GET") ? null : body);
      if (entry.equals(END_LINK) && answer.status() == 200) {
        var room =
            path.split("/")[2]; // It is told in a moment, and not while others are looked at.
        Tables.of(RunningTwin.site())
            .awaitGone("SlackBridged", Map.of("of", "room#" + room, "item", "link"));
      }
      return answer;
    }
    try (var socket = person.socket()) {
      if (entry.equals("ping")) {
        socket.sendText("{\"action\":\"ping\"}");
        return new Answer(
            200, "", socket.await(frame -> frame.path("type").asText().equals("pong")));
      }
      if (entry.equals("typing")) {
        // Who hears a room may: so the question is who can come to hear it.
        socket.ask("subscribe", Map.of("rooms", List.of(body.get("room"))));
      }
      var reply = socket.ask(entry, body);
      return new Answer(reply.path("status").asInt(), "", reply.path("body"));
    }
  }

  /** Whether an answer that lists rooms lists this one. */
  boolean tells(Answer answer, String room) {
    return answer
        .body()
        .path("rooms")
        .valueStream()
        .map((JsonNode each) -> each.isTextual() ? each : each.path("room"))
        .anyMatch(each -> each.asText().equals(room));
  }

  /** Whether it is answered with a list of rooms. */
  boolean lists() {
    return List.of("GET /rooms", "POST /sync", "subscribe").contains(entry);
  }

  private static String path(AccessPage.Row row, String room, String user, long seq) {
    var route = row.entry().substring(row.entry().indexOf(' ') + 1);
    var query =
        switch (row.entry()) {
          case "GET /people" -> "?query=m";
          case "GET /rooms" ->
              row.cell("what").equals("the public ones") ? "?scope=public" : "?scope=mine";
          case "GET /profiles" -> "?users=" + user;
          case "DELETE /rooms/{room}/messages/{seq}" ->
              "?after=%d&clientId=%s".formatted(seq, UUID.randomUUID());
          default -> "";
        };
    if (row.entry().equals(END_LINK)) {
      link(room);
    }
    return route
            .replace("{room}", room)
            .replace("{user}", user)
            .replace("{seq}", "" + seq)
            .replace("{reminder}", UUID.randomUUID().toString())
            .replace("{alarm}", route.contains("{alarm}") ? newAlarm(room) : "")
            .replace("{media}", route.contains("{media}") ? Pictures.put(room) : "")
        + query;
  }

  /**
   * Links a room with a channel of its own, also one that is not there. Nothing that was or will be
   * written in it is sent: Slack does not know the channel, which would end the link, and that
   * would change the room while others are looked at.
   */
  private static void link(String room) {
    var channel = "C" + room;
    var link =
        """
        {"room": "%s", "place": {"team": "T", "channel": "%s"}, "name": "tea", "by": "Ada", "at": 1, "since": %d,
          "request": "%s", "ending": "", "farewell": false}"""
            .formatted(room, channel, Long.MAX_VALUE, UUID.randomUUID());
    for (var of : List.of("room#" + room, "channel#T#" + channel)) {
      Tables.of(RunningTwin.site())
          .putAll(
              "SlackBridged",
              List.of(
                  Map.of(
                      "of", AttributeValue.fromS(of),
                      "item", AttributeValue.fromS("link"),
                      "revision", AttributeValue.fromN("1"),
                      "value", AttributeValue.fromS(link))));
    }
  }

  /** An alarm that is there, also of a room that is not. */
  private static String newAlarm(String room) {
    var alarm = UUID.randomUUID().toString();
    var item = new HashMap<String, AttributeValue>();
    List.of("button", "place", "name", "text")
        .forEach(name -> item.put(name, AttributeValue.fromS(name)));
    item.put("alarm", AttributeValue.fromS(alarm));
    item.put("room", AttributeValue.fromS(room));
    item.put("pressed", AttributeValue.fromS("2026-11-28T12:00:00Z"));
    Tables.of(RunningTwin.site()).putAll("PanicAlarms", List.of(item));
    return alarm;
  }

  private static Map<String, Object> body(AccessPage.Row row, Scene scene) {
    var clientId = UUID.randomUUID().toString();
    return switch (row.entry()) {
      case "PUT /profile" -> Map.of("color", "blue");
      case "POST /rooms" -> Map.of("clientId", clientId, "name", "A room", "visibility", "private");
      case "PATCH /rooms/{room}" -> Map.of("topic", "all sorts of things");
      case "PUT /rooms/{room}/members/{user}" ->
          Map.of("role", row.cell("what").endsWith("as owner") ? "owner" : "member");
      case "PUT /rooms/{room}/read" -> Map.of("seq", scene.others(), "messages", 1);
      case "POST /rooms/{room}/messages", "PATCH /rooms/{room}/messages/{seq}" ->
          Map.of("clientId", clientId, "after", scene.others(), "text", "hello");
      case "POST /rooms/{room}/messages/{seq}/reactions" ->
          Map.of("clientId", clientId, "after", scene.others(), "emoji", "👍", "on", true);
      case "POST /sync" -> Map.of("rooms", List.of(Map.of("room", scene.room(), "after", 0)));
      case "POST /rooms/{room}/reminders" -> reminder(clientId);
      case "PUT /sms" -> Map.of("quietFrom", "22:00", "quietTo", "07:00", "zone", "UTC", "most", 5);
      case "POST /sms/codes" -> Map.of("number", Texts.newNumber());
      case "POST /sms/number" -> Map.of("code", Texts.codeFor(scene.caller().person()));
      case "PUT /rooms/{room}/sms" -> Map.of("mode", "all");
      case "POST /events" -> event();
      case "POST /events/batch" -> Map.of("events", List.of(event(), event()));
      default -> Map.of();
    };
  }

  private static Map<String, Object> reminder(String id) {
    var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
    return Map.of("id", id, "whom", "room", "at", tomorrow, "text", "hello");
  }

  private static Map<String, Object> event() {
    return Map.of("id", UUID.randomUUID().toString(), "type", "page.opened");
  }

  private static Map<String, Object> frame(String action, Scene scene, long seq) {
    if (action.equals("subscribe")) {
      return Map.of("rooms", List.of(scene.room()));
    }
    var frame = new HashMap<String, Object>();
    frame.put("room", scene.room());
    frame.put("clientId", UUID.randomUUID().toString());
    frame.put("after", scene.others());
    frame.put("seq", seq);
    frame.put("text", "hello");
    frame.put("emoji", "👍");
    frame.put("on", true);
    return frame;
  }
}
