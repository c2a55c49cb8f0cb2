package parley.messages;

import java.util.Optional;
import parley.kernel.Refusal;
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
        .orElseGet(() -> answer(append.append(draft, () -> refusal(draft))));
  }

  private Optional<Refusal> refusal(Draft draft) {
    return rights.of(draft.room(), draft.sender()) == Standing.NONE
        ? Optional.of(Refusal.notFound("room"))
        : Optional.empty();
  }

  private static Reply answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed(var entry) -> Reply.created(Ack.of(entry));
      case Outcome.Refused(var refusal) -> Reply.refused(refusal);
    };
  }
}
