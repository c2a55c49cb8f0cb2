package parley.addons.sms;

import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Forgets the caller's number; without effect where they have none. */
record UnlinkNumber(People people) implements UseCase {

  @Override
  public Reply handle(Request request) {
    people.unlink(request.caller().user());
    return Reply.done();
  }
}
