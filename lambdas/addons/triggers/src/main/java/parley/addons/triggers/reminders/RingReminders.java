package parley.addons.triggers.reminders;

import java.time.Clock;
import java.time.Duration;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/**
 * Writes in their rooms the reminders that are due, and forgets them. One that could not be written
 * stays for the next minute, and for a day at most, so that it does not keep others waiting; a
 * message of its id is written once, so that nothing is told twice.
 *
 * <p>A person who is no member of the room any more tells it nothing.
 *
 * @param post messages' function PostMessage
 */
record RingReminders(Reminders reminders, Membership membership, Peer post, Clock clock) {

  /** In a minute; those that are left are the next minute's. */
  static final int MOST = 200;

  private static final Duration TRIED = Duration.ofDays(1);
  private static final int TOO_MANY = 429;
  private static final int FAILED = 500;

  /** Rings all that are due. Throws where any of them waits or was given up, after the others. */
  void ring() {
    var due = reminders.due(clock.instant(), MOST);
    var failed = due.stream().filter(reminder -> !rings(reminder)).count();
    if (failed > 0) {
      throw new IllegalStateException("reminders that could not be told: " + failed);
    }
  }

  private boolean rings(Reminder reminder) {
    var done = tell(reminder);
    if (done || reminder.at().plus(TRIED).isBefore(clock.instant())) {
      reminders.remove(reminder.user(), reminder.id());
    }
    return done;
  }

  private boolean tell(Reminder reminder) {
    try {
      return isDone(reminder);
    } catch (RuntimeException e) {
      System.err.println("a reminder waits for the next minute: " + e);
      return false;
    }
  }

  private boolean isDone(Reminder reminder) {
    if (!membership.has(reminder.id(), reminder.user(), reminder.room())) {
      System.err.println("a reminder was dropped: its person is no member any more");
      return true;
    }
    Reply reply = post.ask(Request.inside(reminder.id(), message(reminder)));
    if (!reply.succeeded()) {
      System.err.println("a reminder was refused with status " + reply.status());
    }
    return reply.status() != TOO_MANY && reply.status() < FAILED;
  }

  /** Another person's client may have made the same id. */
  private static Object message(Reminder reminder) {
    return Json.object()
        .put("room", reminder.room())
        .put("app", "triggers")
        .put("id", "reminder-%s-%s".formatted(reminder.user(), reminder.id()))
        .put("from", reminder.from())
        .put("text", reminder.text());
  }
}
