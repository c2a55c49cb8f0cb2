package parley.addons.triggers.reminders;

import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Cancels a reminder of one's own; one that is not there, or no more, is cancelled already. */
record CancelReminder(Reminders reminders) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var id = input.uuid("reminder");
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    reminders.remove(request.caller().user(), id);
    return Reply.done();
  }
}
