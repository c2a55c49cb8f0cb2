package parley.tests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import parley.tests.cloud.Chance;
import parley.tests.cloud.Fault;
import parley.tests.cloud.Plan;
import parley.tests.history.Body;
import parley.tests.history.Client;
import parley.tests.history.Event;
import parley.tests.history.News;
import parley.tests.history.Reader;

/** Sends what is to be appended: the same frame with the same {@code clientId}, until answered. */
final class Sender {

  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);
  private static final int FAULTY_PER_MILLE = 15;

  private final Office office;
  private final Client client;
  private final Reader reader;
  private final Link link;

  Sender(Office office, Client client, Reader reader, Link link) {
    this.office = office;
    this.client = client;
    this.reader = reader;
    this.link = link;
  }

  /** True where it is acked, false where it is refused for good. */
  boolean append(String function, String room, Body body, SplittableRandom random, long turn) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var after = reader.last(room);
    office.history().note(new Event.Sent(client, room, id, after, body));
    var frame = frame(room, id, body);
    for (var tried = 0; tried < Tries.MOST; tried++) {
      var chance = Chance.of(office.trial().seed(), client, turn, "try", tried);
      var answer = attempt(function, frame.put("after", after), chance);
      if (answer == null || Tries.isLater(answer)) {
        Tries.pause(tried);
      } else if (answer.path("status").asInt() < 300) {
        acked(room, id, body, answer.path("body"));
        return true;
      } else if (answer.at("/body/code").asText().equals("sync-first")) {
        after = lookUp(room, id, after);
      } else {
        var code = answer.at("/body/code").asText();
        office.history().note(new Event.Refused(client, room, id, code));
        return false;
      }
    }
    throw new IllegalStateException("%s of %s was not answered".formatted(id, client));
  }

  private @Nullable JsonNode attempt(String function, ObjectNode frame, SplittableRandom chance) {
    var plan = office.cloud().plan(chance);
    var calm = office.cloud().toll().isOver() || office.trial().perMille() == 0;
    var kind = calm ? 1000 : chance.nextInt(1000);
    if (kind < FAULTY_PER_MILLE) {
      office.cloud().toll().take(Fault.REPLY_LOST);
      var _ = link.frame(function, frame, plan);
      return null;
    }
    if (kind < 2 * FAULTY_PER_MILLE) {
      office.cloud().toll().take(Fault.FRAME_TWICE);
      return twice(function, frame, plan, office.cloud().plan(chance));
    }
    return link.frame(function, frame, plan);
  }

  /** Both are on their way at once; the first answer counts, and neither is given up. */
  private @Nullable JsonNode twice(String function, ObjectNode frame, Plan plan, Plan other) {
    var copy = frame.deepCopy();
    link.heal();
    var second = CompletableFuture.supplyAsync(() -> link.again(function, copy, other), THREADS);
    var first = link.frame(function, frame, plan);
    var late = second.join();
    return first == null ? late : first;
  }

  private static ObjectNode frame(String room, String id, Body body) {
    var frame = Link.object().put("room", room).put("clientId", id);
    return switch (body) {
      case Body.Message message -> frame.put("text", message.text());
      case Body.Edit edit -> frame.put("seq", edit.target()).put("text", edit.text());
      case Body.Deletion deletion -> frame.put("seq", deletion.target());
      case Body.Reaction(var target, var emoji, var on) ->
          frame.put("seq", target).put("emoji", emoji).put("on", on);
      case Body.Membership _ -> throw new IllegalArgumentException("rooms appends these");
    };
  }

  private void acked(String room, String id, Body body, JsonNode ack) {
    var seq = ack.path("seq").asLong();
    var messages = ack.path("messages").asLong();
    office.history().note(new Event.Acked(client, room, id, seq, messages));
    if (body instanceof Body.Message) {
      office.progress().advance();
    }
  }

  /**
   * Looks for it in all that came since it was first written; where it is not there, it may be sent
   * as written after what is there now. Where it is, its next try will find it.
   */
  private long lookUp(String room, String id, long after) {
    for (var from = after; ; ) {
      var body = Link.object();
      body.putArray("rooms").addObject().put("room", room).put("after", from);
      var news = News.listOf(link.rest("Sync", body).path("body"));
      if (news.isEmpty()) {
        return after;
      }
      var entries = news.getFirst().entries();
      for (var entry : entries) {
        if (entry.sender().equals(client.user()) && entry.clientId().equals(id)) {
          return entry.seq() - 1;
        }
      }
      if (entries.isEmpty() || !news.getFirst().more()) {
        return entries.isEmpty() ? news.getFirst().tail().seq() : entries.getLast().seq();
      }
      from = entries.getLast().seq();
    }
  }
}
