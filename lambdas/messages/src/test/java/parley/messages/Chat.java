package parley.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** The use cases over stores in memory, and short words for what tests do with them. */
final class Chat {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

  final MemoryLog log = new MemoryLog();
  final MemoryParticipants participants = new MemoryParticipants();
  private final UseCase send;
  private final UseCase edit;
  private final UseCase delete;
  private final UseCase react;
  private final UseCase history;
  private final UseCase sync;
  private final UseCase change;

  Chat() {
    this(1_000_000);
  }

  Chat(int syncBytes) {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var append = new Append(log, clock, _ -> {}, Append.MOST_BEHIND);
    var rights = new Rights(participants, log);
    var amend = new Amend(append, log, rights);
    send = new SendMessage(append, rights);
    edit = new EditMessage(amend);
    delete = new DeleteMessage(amend);
    react = new React(amend);
    history = new ReadHistory(log, rights);
    sync = new Sync(log, rights, syncBytes);
    change =
        new ChangeMembership(
            new Append(log, clock, _ -> {}, Append.NO_MATTER_HOW_LATE), log, participants);
  }

  /** A room "r" with its owner Ada, whose joining is entry 1. */
  static Chat withAda() {
    var chat = new Chat();
    chat.change("r", "ada", "joined", "owner");
    return chat;
  }

  Reply send(String user, String json) {
    return send.handle(request(user, json));
  }

  /** Sends a text after what is there; its reply's seq. */
  long say(String user, String text) {
    var reply =
        send.handle(
            request(
                user,
                draft(tail()).put("text", text).put("clientId", UUID.randomUUID().toString())));
    return body(reply).path("seq").asLong();
  }

  Reply edit(String user, String json) {
    return edit.handle(request(user, json));
  }

  Reply edit(String user, long seq, String text) {
    return edit.handle(request(user, change(seq).put("text", text)));
  }

  Reply delete(String user, long seq) {
    return delete.handle(request(user, change(seq)));
  }

  Reply react(String user, long seq, String emoji, boolean on) {
    return react.handle(request(user, change(seq).put("emoji", emoji).put("on", on)));
  }

  Reply history(String user, String json) {
    return history.handle(request(user, json));
  }

  Reply sync(String user, String json) {
    return sync.handle(request(user, json));
  }

  /** A change of membership with a new id, done by Ada. */
  Reply change(String room, String user, String change, String role) {
    return change(room, user, change, role, UUID.randomUUID().toString());
  }

  Reply change(String room, String user, String change, String role, String id) {
    return this.change.handle(
        Request.inside(
            "",
            Json.object()
                .put("room", room)
                .put("user", user)
                .put("change", change)
                .put("role", role)
                .put("by", "ada")
                .put("changeId", id)));
  }

  long tail() {
    return Position.of(log.last("r")).seq();
  }

  static JsonNode body(Reply reply) {
    return Json.tree(reply.body());
  }

  static String code(Reply reply) {
    return reply.body() instanceof Refusal refusal ? refusal.code() : "none";
  }

  private ObjectNode change(long seq) {
    return draft(tail()).put("seq", seq).put("clientId", UUID.randomUUID().toString());
  }

  private static ObjectNode draft(long after) {
    return Json.object().put("room", "r").put("after", after);
  }

  private static Request request(String user, String json) {
    return request(user, (ObjectNode) Json.read(json));
  }

  private static Request request(String user, ObjectNode json) {
    return new Request("1", Caller.user(user), Json.object(), json);
  }
}
