package parley.addons.triggers.reminders;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import parley.kernel.Input;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Sets a reminder in a room of one's own: {@code {room, id, whom, at, text}}. The same id is the
 * same reminder.
 */
record SetReminder(Reminders reminders, Membership membership, Clock clock) implements UseCase {

  /** How many a person may have pending. */
  static final int MOST = 100;

  private static final Duration LATEST = Duration.ofDays(366);

  /** Clocks differ, and networks take their time: what has just become due is still taken. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_NAME = 60;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var whom = input.oneOf("whom", Set.of("me", "room"));
    var reminder =
        new Reminder(
            request.caller().user(),
            input.uuid("id"),
            input.id("room"),
            at(input),
            from(whom, request.caller().name()),
            input.words("text", LONGEST_TEXT));
    return input.refusal().map(Reply::refused).orElseGet(() -> set(request.requestId(), reminder));
  }

  private Reply set(String requestId, Reminder reminder) {
    if (!membership.has(requestId, reminder.user(), reminder.room())) {
      return Reply.refused(Refusal.notFound("room"));
    }
    var pending = reminders.of(reminder.user(), MOST);
    if (pending.size() >= MOST && pending.stream().noneMatch(p -> p.id().equals(reminder.id()))) {
      return Reply.refused(
          Refusal.conflict(
              "too-many-reminders",
              "you have %d reminders pending: cancel one of them first".formatted(MOST)));
    }
    return Reply.created(reminders.add(reminder).json());
  }

  private Instant at(Input input) {
    var now = clock.instant();
    try {
      var at = Instant.parse(input.text("at", 1, 40)).truncatedTo(ChronoUnit.SECONDS);
      if (at.isBefore(now.minus(LATE)) || at.isAfter(now.plus(LATEST))) {
        input.reject("at", "must be between now and a year from now");
      }
      return at;
    } catch (DateTimeException e) {
      input.reject("at", "must be a time such as 2026-11-24T08:00:00Z");
      return now;
    }
  }

  /** The name is that of the sign-in token, which may be any length. */
  private static String from(String whom, String name) {
    var shown =
        name.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    if (shown.isEmpty()) {
      return "Reminder";
    }
    return (whom.equals("me") ? "Reminder for " : "Reminder by ") + shown;
  }
}
