package parley.addons.dice;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;
import parley.outside.Batch;

/**
 * Hears every message, and answers those that ask for dice. A message that comes twice is answered
 * once: its room and seq are the answer's id, by which PostMessage knows it.
 *
 * @param messages messages' function PostMessage
 * @param most how many dice are rolled at once
 */
record Roll(Peer messages, int most, RandomGenerator random) implements Batch.Work {

  private static final Pattern ASKED = Pattern.compile("!roll ([1-9][0-9]?)d([1-9][0-9]{0,2})");
  private static final int NOT_FOUND = 404;

  @Override
  public void on(String body, Instant end) {
    var message = Json.read(body).path("detail");
    var asked = ASKED.matcher(message.path("text").asText());
    // What an add-on wrote rolls nothing: two that answer each other would never end.
    if (!message.has("app") && asked.matches()) {
      var dice = Math.min(Integer.parseInt(asked.group(1)), most);
      answer(
          message.path("room").asText(),
          message.path("seq").asLong(),
          rolled(dice, Integer.parseInt(asked.group(2))));
    }
  }

  private String rolled(int dice, int sides) {
    var rolls = random.ints(dice, 1, sides + 1).boxed().toList();
    return "%s = %d"
        .formatted(
            rolls.stream().map(String::valueOf).collect(Collectors.joining(" + ")),
            rolls.stream().mapToInt(Integer::intValue).sum());
  }

  /** Throws where it may go better another time: the queue hands the message over again then. */
  private void answer(String room, long seq, String text) {
    var id = "%s-%d".formatted(room, seq);
    var message =
        Json.object()
            .put("room", room)
            .put("app", "dice")
            .put("id", id)
            .put("from", "Dice")
            .put("text", text);
    var reply = messages.ask(Request.inside(id, message));
    if (!reply.succeeded() && reply.status() != NOT_FOUND) {
      throw new IllegalStateException("the answer was refused with " + reply.status());
    }
  }
}
