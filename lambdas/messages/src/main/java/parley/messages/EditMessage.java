package parley.messages;

import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Gives one of the caller's own messages another text. */
final class EditMessage implements UseCase {

  private final Amend amend;

  EditMessage(Amend amend) {
    this.amend = amend;
  }

  @Override
  public Reply handle(Request request) {
    var input = new AppendRequest(request);
    var target = input.target();
    var draft = input.draft(new Body.Edit(target, input.text()));
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(
            () ->
                amend.amend(
                    draft,
                    target,
                    (_, sender, _) ->
                        sender.equals(draft.sender())
                            ? Optional.empty()
                            : Optional.of(
                                Refusal.forbidden("only who wrote a message may edit it"))));
  }
}
