package parley.messages;

import java.util.List;
import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;
import parley.kernel.Violation;

/** Puts an emoji to a message, or takes it back. */
final class React implements UseCase {

  /** Different emoji that one user may have used on one message, those taken back included. */
  static final int MOST_BY_USER = 20;

  /**
   * Marks on one message. With emoji and ids as they are in practice they take about 120 KB of the
   * 400 KB that DynamoDB allows an item; with the longest of both, 300 KB.
   */
  static final int MOST_ON_MESSAGE = 2_000;

  private final Amend amend;

  React(Amend amend) {
    this.amend = amend;
  }

  @Override
  public Reply handle(Request request) {
    var input = new AppendRequest(request);
    var target = input.target();
    var reaction = new Body.Reaction(target, input.emoji(), input.on());
    var draft = input.draft(reaction);
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(
            () ->
                amend.amend(
                    draft,
                    target,
                    (_, _, message) ->
                        full(message.marks(), reaction.emoji(), draft.sender())
                            ? Optional.of(full())
                            : Optional.empty()));
  }

  /** True where a mark more would be one too many; one that is there may always be changed. */
  private static boolean full(List<Body.Mark> marks, String emoji, String user) {
    var own = marks.stream().filter(mark -> mark.user().equals(user)).toList();
    return own.stream().noneMatch(mark -> mark.emoji().equals(emoji))
        && (own.size() >= MOST_BY_USER || marks.size() >= MOST_ON_MESSAGE);
  }

  private static Refusal full() {
    return Refusal.invalid(
        List.of(
            new Violation(
                "emoji",
                "is one too many: a message takes %d emoji from one person and %d reactions in all"
                    .formatted(MOST_BY_USER, MOST_ON_MESSAGE))));
  }
}
