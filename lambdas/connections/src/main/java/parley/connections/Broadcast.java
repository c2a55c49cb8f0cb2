package parley.connections;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Shows the others who hear a room something that passes, such as that somebody is typing: {@code
 * {room, user, connection, kind, every, most}}, answered with {@code {shown}}. They are sent {@code
 * {"type": kind, "room", "user"}}, once: whoever does not get it then never does.
 *
 * <p>Only one who hears the room may, and on however many sockets a person hears it, once in {@code
 * every} milliseconds; whatever comes earlier costs no look at the others. Nothing is shown in
 * rooms that more than {@code most} sockets hear.
 */
record Broadcast(Subscriptions subscriptions, Fanout fanout, Clock clock) implements UseCase {

  private static final int LONGEST_CONNECTION = 128;
  private static final int MOST_LISTENERS = 1_000;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = input.id("user");
    var connection = input.text("connection", 1, LONGEST_CONNECTION);
    var kind = input.id("kind");
    var every = Duration.ofMillis(input.number("every", 0, Duration.ofHours(1).toMillis()));
    var most = (int) input.number("most", 1, MOST_LISTENERS);
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var own = subscriptions.of(room, user).stream().map(Subscription::listener).toList();
    if (!own.contains(new Connection(user, connection))) {
      return Reply.refused(Refusal.notFound("room"));
    }
    var shown = isDue(room, own, kind, every) && show(room, user, kind, most);
    return Reply.ok(Json.object().put("shown", shown));
  }

  /**
   * All of a person's sockets go by the row of one of them. It must be active, and so they are a
   * member.
   */
  private boolean isDue(String room, List<Connection> own, String kind, Duration every) {
    var one = own.stream().min(Comparator.comparing(Connection::id)).orElseThrow();
    var now = clock.instant();
    return subscriptions.show(new Subscription(room, one), kind, now, now.minus(every));
  }

  private boolean show(String room, String user, String kind, int most) {
    var listeners = subscriptions.listeners(room, most + 1);
    var others = listeners.stream().filter(listener -> !listener.user().equals(user)).toList();
    if (listeners.size() > most || others.isEmpty()) {
      return false;
    }
    var delivered = fanout.send(room, frame(room, user, kind), others);
    if (delivered.failed() > 0) {
      System.err.printf(
          "%s: %d of %d sockets could not be told%n", kind, delivered.failed(), others.size());
    }
    return true;
  }

  private static byte[] frame(String room, String user, String kind) {
    var frame = Json.object().put("type", kind).put("room", room).put("user", user);
    return Json.write(frame).getBytes(StandardCharsets.UTF_8);
  }
}
