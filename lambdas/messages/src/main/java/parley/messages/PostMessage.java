package parley.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Writes in a room what came from outside, through an add-on: once over all retries, however late
 * they come.
 *
 * <pre>
 *   the room's tail ──► a row of this post, if there is none ──► append after the row's tail
 * </pre>
 *
 * <p>A phone or another chat has no {@code after} of its own. The first try's is kept with the
 * outside party's id, and every try appends with that one: so each sees what an earlier one wrote.
 */
final class PostMessage implements UseCase {

  /** Longer than any outside party tries again. */
  static final Duration KNOWN = Duration.ofDays(30);

  private final Append append;
  private final Amend amend;
  private final Log log;
  private final Rights rights;
  private final Posts posts;
  private final Clock clock;

  /** The append must take drafts no matter how late: an outside party may try again for days. */
  PostMessage(Append append, Log log, Rights rights, Posts posts, Clock clock) {
    this.append = append;
    this.amend = new Amend(append, log, rights);
    this.log = log;
    this.rights = rights;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var asked = PostRequest.of(input);
    return input.refusal().map(Reply::refused).orElseGet(() -> post(asked));
  }

  private Reply post(PostRequest asked) {
    var tail = log.last(asked.room());
    if (tail.isEmpty()) {
      return Reply.refused(Refusal.notFound("room"));
    }
    var first =
        posts.first(
            new Post(asked.id(), asked.room(), tail.get().seq(), clock.instant().plus(KNOWN)));
    return first.room().equals(asked.room())
        ? write(asked.draft(first.after()))
        : Reply.refused(
            Refusal.conflict(
                "posted-elsewhere", "this id of the add-on's stands for another room's message"));
  }

  private Reply write(Draft draft) {
    return switch (draft.body()) {
      case Body.Edit(var target, _) -> amend(draft, target);
      case Body.Deletion(var target) -> amend(draft, target);
      case Body _ -> append.append(draft, () -> rights.refusal(draft)).created();
    };
  }

  private Reply amend(Draft draft, long target) {
    var reply = amend.amend(draft, target, (_, sender, _) -> own(draft, sender));
    return reply.succeeded() ? Reply.created(reply.body()) : reply;
  }

  /** Also where the person owns the room: an add-on is given no more than it needs. */
  private static Optional<Refusal> own(Draft draft, String sender) {
    return sender.equals(draft.sender())
        ? Optional.empty()
        : Optional.of(Refusal.forbidden("an add-on changes what the same sender wrote alone"));
  }
}
