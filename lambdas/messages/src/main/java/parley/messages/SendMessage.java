package parley.messages;

import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Appends a person's message to a room's log, once over all retries. */
final class SendMessage implements UseCase {

  private final Append append;
  private final Rights rights;

  SendMessage(Append append, Rights rights) {
    this.append = append;
    this.rights = rights;
  }

  @Override
  public Reply handle(Request request) {
    var input = new AppendRequest(request);
    var draft = input.draft(new Body.Message(input.text()));
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> append.append(draft, () -> rights.refusal(draft)).created());
  }
}
