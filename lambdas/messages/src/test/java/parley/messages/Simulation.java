package parley.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Writers and rooms' changes of membership, run against each other step by step. */
final class Simulation {

  /** An answer that reached its caller: what was asked, and what was said. */
  record Answer(String sender, String clientId, Reply reply) {}

  final MemoryLog log = new MemoryLog();
  final MemoryParticipants participants = new MemoryParticipants();
  final List<Answer> answers = new ArrayList<>();
  private final Map<String, Long> seen = new HashMap<>();
  private final Steps steps;
  private final SendMessage send;
  private final EditMessage edit;
  private final ChangeMembership change;

  Simulation(List<Integer> choices) {
    steps = new Steps(choices);
    var log = new SteppedLog(this.log);
    var participants = new SteppedParticipants(this.participants);
    var append = new Append(log, Clock.systemUTC(), _ -> {}, Append.MOST_BEHIND);
    var rights = new Rights(participants, log);
    send = new SendMessage(append, rights);
    edit = new EditMessage(new Amend(append, log, rights));
    change =
        new ChangeMembership(
            new Append(log, Clock.systemUTC(), _ -> {}, Append.NO_MATTER_HOW_LATE),
            log,
            participants);
  }

  /** A member from the beginning. */
  void member(String user) {
    var change =
        new Participant.Change(
            "begin-" + user,
            new Body.Membership(user, "added", "member"),
            "rooms",
            log.all("r").size());
    var draft = new Draft("r", "rooms", change.id(), change.after(), change.membership());
    var last = log.last("r").orElse(null);
    var entry = draft.following(last, Chat.NOW);
    log.add(entry);
    var begun = Participant.first("r", change);
    participants.save(begun);
    participants.save(begun.finish(new Position(entry.seq(), entry.messages())));
  }

  /** Somebody who sends that many messages, one after the other, each until it is answered. */
  void sender(String user, int messages) {
    var ids = ids(messages);
    steps.actor(() -> ids.forEach(id -> send(user, id, seen.getOrDefault(user, 0L))));
  }

  /** Somebody whose one message two devices or a hasty client send at the same time. */
  void hasty(String user) {
    var id = ids(1).getFirst();
    steps.actor(() -> send(user, id, 0));
    steps.actor(() -> send(user, id, 0));
  }

  /** Somebody who sends a message, and then edits it. */
  void editor(String user) {
    var ids = ids(2);
    steps.actor(
        () -> {
          var reply = send(user, ids.get(0), 0);
          if (reply.succeeded()) {
            var seq = ((Ack) reply.body()).seq();
            ask(edit, user, ids.get(1), json(ids.get(1), seq).put("seq", seq));
          }
        });
  }

  /** The service rooms, making one change after the other. */
  void rooms(String user, String... changes) {
    var ids = ids(changes.length);
    steps.actor(
        () -> {
          for (var i = 0; i < changes.length; i++) {
            change(user, changes[i], ids.get(i));
          }
        });
  }

  void run() throws InterruptedException {
    steps.run();
  }

  private Reply send(String user, String id, long after) {
    return ask(send, user, id, json(id, after));
  }

  private static ObjectNode json(String id, long after) {
    return Json.object()
        .put("room", "r")
        .put("clientId", id)
        .put("after", after)
        .put("text", "says " + id);
  }

  private void change(String user, String change, String id) {
    ask(
        this.change,
        "rooms",
        id,
        Json.object()
            .put("room", "r")
            .put("user", user)
            .put("change", change)
            .put("role", "member")
            .put("by", "rooms")
            .put("changeId", id));
  }

  /** Asks the same again until there is an answer that is final. */
  private Reply ask(UseCase useCase, String sender, String id, ObjectNode body) {
    while (true) {
      try {
        var reply = useCase.handle(new Request("1", Caller.user(sender), Json.object(), body));
        if (reply.status() != 429) {
          answers.add(new Answer(sender, id, reply));
          if (reply.body() instanceof Ack ack) {
            seen.put(sender, ack.seq());
          }
          return reply;
        }
      } catch (Steps.Crash e) {
        // No answer: the same again.
      }
    }
  }

  private static List<String> ids(int number) {
    return Stream.generate(() -> UUID.randomUUID().toString()).limit(number).toList();
  }
}
