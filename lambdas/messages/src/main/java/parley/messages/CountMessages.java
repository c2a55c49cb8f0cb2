package parley.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import parley.kernel.Input;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Tells add-ons how many messages people wrote in a room in a time, and how many people that were:
 * {@code {room, from, until}}, answered with {@code {messages, people, more}}. Nothing of what they
 * wrote, nor who they are. What was deleted, and what came through an add-on's own name, is not
 * counted.
 */
record CountMessages(Log log) implements UseCase {

  /** What is read of a log at most; {@code more} says that there was more. */
  static final int MOST_ENTRIES = 20_000;

  private static final int PAGE = 200;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var from = instant(input, "from");
    var until = instant(input, "until");
    return input.refusal().map(Reply::refused).orElseGet(() -> count(room, from, until));
  }

  /**
   * From the log's end back to the first entry that is too old: the log is in the order of time.
   */
  private Reply count(String room, Instant from, Instant until) {
    var messages = 0;
    var people = new HashSet<String>();
    var next = Input.MAX_NUMBER;
    for (var read = 0; read < MOST_ENTRIES; ) {
      var page = log.read(new Range(room, 1, next, true, PAGE));
      for (var entry : page.entries()) {
        if (entry.time().isBefore(from)) {
          return counted(messages, people.size(), false);
        }
        if (entry.time().isBefore(until) && isWritten(entry)) {
          messages++;
          people.add(entry.sender());
        }
        next = entry.seq() - 1;
      }
      read += page.entries().size();
      if (!page.more()) {
        return counted(messages, people.size(), false);
      }
    }
    return counted(messages, people.size(), true);
  }

  private static boolean isWritten(Entry entry) {
    return entry.body() instanceof Body.Message message
        && message.deleted() == null
        && (entry.origin() == null || !entry.origin().sender().equals(entry.sender()));
  }

  private static Reply counted(int messages, int people, boolean more) {
    return Reply.ok(
        Json.object().put("messages", messages).put("people", people).put("more", more));
  }

  private static Instant instant(Input input, String field) {
    try {
      return Instant.parse(input.text(field, 1, 40));
    } catch (DateTimeException e) {
      input.reject(field, "must be a time such as 2026-11-24T08:00:00Z");
      return Instant.EPOCH;
    }
  }
}
