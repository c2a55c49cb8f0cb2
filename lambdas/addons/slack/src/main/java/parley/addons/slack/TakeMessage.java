package parley.addons.slack;

import java.util.Map;
import parley.addons.slack.Heard.Deleted;
import parley.addons.slack.Heard.Edited;
import parley.addons.slack.Heard.Posted;
import parley.addons.slack.Notes.Claim;

/**
 * Carries over into the room what happens to messages in its channel: however often it is told, and
 * in whichever order.
 *
 * <p>A message is known by its channel and {@code ts}, never by the event that tells of it: Slack
 * tells of the same one with several.
 */
record TakeMessage(
    Links links, Announcer announcer, Notes notes, Room room, Slack slack, People people) {

  /** How much of a thread's first message is quoted, in code points. */
  private static final int QUOTED = 60;

  /** Somebody wrote. */
  void posted(Posted message) {
    links
        .ofChannel(message.place())
        .filter(link -> since(link, message.ts()))
        .flatMap(announcer::told)
        .filter(_ -> !notes.of(message.place(), message.ts()).deleted())
        .ifPresent(link -> post(link, message));
  }

  /** A message has another text. One that was not told of yet comes with that text. */
  void edited(Edited edit) {
    var message = edit.message();
    links
        .ofChannel(message.place())
        .filter(link -> since(link, message.ts()))
        .flatMap(announcer::told)
        .ifPresent(link -> edit(link, message, edit.version()));
  }

  /** A message is gone. One that was not told of yet never comes. */
  void deleted(Deleted deletion) {
    links
        .ofChannel(deletion.place())
        .filter(link -> since(link, deletion.ts()))
        .flatMap(announcer::told)
        .ifPresent(link -> remove(link, deletion.place(), deletion.ts()));
  }

  private void post(Link link, Posted message) {
    var seq = room.post(link.room(), id(link, message), people.name(message.user()), text(message));
    if (seq.isPresent() && notes.stands(message.place(), message.ts(), seq.getAsLong()).deleted()) {
      remove(link, message.place(), message.ts());
    }
  }

  private void edit(Link link, Posted message, String version) {
    if (notes.of(message.place(), message.ts()).seq() == 0) {
      posted(message);
    }
    var claim = notes.claim(message.place(), message.ts(), version);
    if (claim == Claim.BUSY) {
      throw new IllegalStateException("another change of the same message is on its way");
    }
    if (claim == Claim.HELD) {
      try {
        var seq = notes.of(message.place(), message.ts()).seq();
        if (seq > 0) {
          room.edit(link.room(), id(link, message) + ":" + version, seq, text(message));
        }
      } finally {
        notes.release(message.place(), message.ts());
      }
    }
  }

  private void remove(Link link, Place place, String ts) {
    var note = notes.deleted(place, ts);
    if (note.seq() > 0) {
      room.delete(link.room(), id(link, place, ts) + ":deleted", note.seq());
    }
  }

  /** What was written before the two were linked is none of the room's. */
  private static boolean since(Link link, String ts) {
    try {
      return Double.parseDouble(ts) >= link.at();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String id(Link link, Posted message) {
    return id(link, message.place(), message.ts());
  }

  private static String id(Link link, Place place, String ts) {
    return "%s:%s:%s:%s".formatted(place.team(), place.channel(), ts, link.room());
  }

  private String text(Posted message) {
    var text = Markup.ofSlack(message.text(), people::name).strip();
    var whole = message.thread().isEmpty() ? text : "↳ " + of(message) + "\n" + text;
    return Markup.fitting(message.files() == 0 ? whole : whole + "\n" + files(message.files()));
  }

  private static String files(int count) {
    return count == 1 ? "(with a file, in Slack)" : "(with %d files, in Slack)".formatted(count);
  }

  /** Which thread it stands in: by its first words. Throws where Slack is busy. */
  private String of(Posted message) {
    var found =
        slack.call(
            "conversations.replies",
            Map.of("channel", message.place().channel(), "ts", message.thread(), "limit", "1"));
    return switch (found) {
      case Slack.Done(var body) -> thread(body.at("/messages/0/text").asText(""));
      case Slack.Refused _ -> thread("");
      case Slack.Wait _ -> throw new IllegalStateException("Slack is too busy to tell of a thread");
    };
  }

  private String thread(String text) {
    var first = Markup.beginning(text, people::name, QUOTED);
    return first.isEmpty() ? "in a thread" : "in the thread “%s”".formatted(first);
  }
}
