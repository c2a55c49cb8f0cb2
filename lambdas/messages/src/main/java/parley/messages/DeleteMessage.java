package parley.messages;

import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Deletes a message: the caller's own, or any where the caller owns the room. */
final class DeleteMessage implements UseCase {

  private final Amend amend;

  DeleteMessage(Amend amend) {
    this.amend = amend;
  }

  @Override
  public Reply handle(Request request) {
    var input = new AppendRequest(request);
    var target = input.target();
    var draft = input.draft(new Body.Deletion(target));
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(
            () ->
                amend.amend(
                    draft,
                    target,
                    (standing, sender, _) ->
                        standing == Standing.OWNER || sender.equals(draft.sender())
                            ? Optional.empty()
                            : Optional.of(
                                Refusal.forbidden(
                                    "only who wrote a message, or an owner, may delete it"))));
  }
}
