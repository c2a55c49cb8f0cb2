package parley.messages;

import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Reply;

/**
 * Appends what changes an earlier message, and then makes the change in place, so that pages of the
 * history are right by themselves.
 *
 * <p>Between the two the function may end. A retry finds the entry and makes the change again: it
 * says the entry's content, not the retry's.
 */
final class Amend {

  private final Append append;
  private final Log log;
  private final Rights rights;

  Amend(Append append, Log log, Rights rights) {
    this.append = append;
    this.log = log;
    this.rights = rights;
  }

  /** What a kind of change asks for, beyond what all do. */
  @FunctionalInterface
  interface Rule {

    /**
     * The reason why it may not be done.
     *
     * @param standing the caller's, at least a member's
     * @param sender who wrote the message
     * @param message not deleted
     */
    Optional<Refusal> refusal(Standing standing, String sender, Body.Message message);
  }

  /** Appends a change of the message at {@code target}, if the rule has nothing against it. */
  Reply amend(Draft draft, long target, Rule rule) {
    return switch (append.append(draft, () -> refusal(draft, target, rule))) {
      case Outcome.Committed(var entry) -> {
        log.amend(entry);
        yield Reply.ok(Ack.of(entry));
      }
      case Outcome.Refused(var refusal) -> Reply.refused(refusal);
    };
  }

  private Optional<Refusal> refusal(Draft draft, long target, Rule rule) {
    var standing = rights.of(draft);
    if (standing == Standing.NONE) {
      return Optional.of(Refusal.notFound("room"));
    }
    var original = log.find(draft.room(), target).orElse(null);
    if (original == null || !(original.body() instanceof Body.Message message)) {
      return Optional.of(Refusal.notFound("message"));
    }
    return message.deleted() != null
        ? Optional.of(Refusal.conflict("deleted", "the message was deleted"))
        : rule.refusal(standing, original.sender(), message);
  }
}
