package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import parley.kernel.Json;

/** What came from Slack and is worth the work: it waits in a queue, written as JSON. */
sealed interface Heard {

  /** Where it happened. */
  Place place();

  /**
   * Somebody wrote.
   *
   * @param ts what Slack knows the message by in its channel
   * @param thread the {@code ts} of the message that it answers in a thread; "" where it is in none
   * @param user who wrote it
   * @param text in Slack's own markup
   * @param files how many files are with it
   */
  record Posted(Place place, String ts, String thread, String user, String text, int files)
      implements Heard {}

  /**
   * A message has another text.
   *
   * @param message as it is now
   * @param version when it was changed, which orders its changes
   */
  record Edited(Posted message, String version) implements Heard {

    @Override
    public Place place() {
      return message.place();
    }
  }

  /** A message is gone. */
  record Deleted(Place place, String ts) implements Heard {}

  /**
   * Somebody asked for something with the app's command.
   *
   * @param id Slack's own of this request
   * @param name the command itself, such as {@code /parley}
   * @param words what stands behind the command
   * @param answer the address that takes the answer
   * @param at the second of the epoch in which it came
   */
  record Command(
      Place place, String id, String name, String user, String words, String answer, long at)
      implements Heard {}

  /** As it waits in the queue. */
  default String write() {
    return Json.write(Json.object().set(getClass().getSimpleName(), Json.tree(this)));
  }

  /** From the queue. Throws where it is none of these. */
  static Heard read(String text) {
    var json = Json.read(text);
    for (var type : Heard.class.getPermittedSubclasses()) {
      JsonNode found = json.path(type.getSimpleName());
      if (found.isObject()) {
        return (Heard) Json.MAPPER.convertValue(found, type);
      }
    }
    throw new IllegalArgumentException("the queue holds what was not put there by this add-on");
  }
}
