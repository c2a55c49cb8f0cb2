package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Sends the log's new entries to those who listen: each connection one frame with all that the
 * batch holds for it, over all rooms.
 *
 * <p>At least once, and in a room's order: it answers when all was sent, and Lambda hands it a
 * room's next entries only then. A room of more than {@link #LISTENERS} is shared out over parallel
 * invocations of DeliverShare, which it waits for.
 */
record Deliver(Audiences audiences, Fanout fanout, Peer deliverShare) {

  /** How many connections of one group an invocation serves itself, 64 at a time. */
  static final int LISTENERS = 1_000;

  /** Delivers Lambda's event of the log's stream, up to the first record that it cannot. */
  Result deliver(JsonNode event) {
    var batch = Batch.of(event);
    var audience = audiences.of(batch.entries());
    var delivered = send(audience.groups());
    var from = audience.unknownFrom().map(Entry::sequenceNumber).or(batch::unreadable);
    return new Result(batch.entries().size(), delivered, from);
  }

  private Delivered send(List<Group> groups) {
    var here = new ArrayList<Group>();
    var work = new ArrayList<Supplier<Delivered>>();
    work.add(() -> fanout.send(here));
    for (var group : groups) {
      var parts = group.split(LISTENERS).toList();
      here.add(parts.getFirst());
      parts.stream().skip(1).forEach(part -> work.add(() -> share(part)));
    }
    return Parallel.map(work, Supplier::get).stream().reduce(Delivered.NOTHING, Delivered::plus);
  }

  /** What cannot be shared out is sent from here: later, and perhaps twice, but not never. */
  private Delivered share(Group group) {
    try {
      var reply = deliverShare.ask(Request.inside("", Share.write(group)));
      if (!reply.succeeded()) {
        throw new IllegalStateException("it was refused with " + reply.status());
      }
      return Json.MAPPER.convertValue(reply.body(), Delivered.class);
    } catch (RuntimeException e) {
      System.err.println("a share could not be handed on: " + e);
      return fanout.send(List.of(group));
    }
  }

  /**
   * What came of a batch.
   *
   * @param entries how many new entries it held
   * @param failedFrom the sequence number of the first record that was not delivered; "" where it
   *     had none, which fails the whole batch
   */
  record Result(int entries, Delivered delivered, Optional<String> failedFrom) {

    /** What Lambda reads: it hands over again that record and all that follow. */
    JsonNode answer() {
      var answer = Json.object();
      var failures = answer.putArray("batchItemFailures");
      failedFrom.ifPresent(number -> failures.addObject().put("itemIdentifier", number));
      return answer;
    }
  }
}
