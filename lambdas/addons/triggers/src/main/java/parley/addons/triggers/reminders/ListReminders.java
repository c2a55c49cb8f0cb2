package parley.addons.triggers.reminders;

import java.util.Comparator;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** One's own pending reminders, in all rooms, the next one first. */
record ListReminders(Reminders reminders) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var body = Json.object();
    var list = body.putArray("reminders");
    reminders.of(request.caller().user(), SetReminder.MOST).stream()
        .sorted(Comparator.comparing(Reminder::at))
        .forEach(reminder -> list.add(reminder.json()));
    return Reply.ok(body);
  }
}
