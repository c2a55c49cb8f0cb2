package parley.messages;

import java.util.Optional;
import java.util.Set;
import parley.kernel.Input;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Puts a change of membership into effect and into the log, once over all retries. Called by the
 * service {@code rooms}, which decides whether it may be.
 *
 * <pre>
 *   begin: the row names the change, and what it takes is gone
 *     └► append its entry, after the tail as it was at the beginning
 *          └► finish: the row names the entry's position, and what it gives is given
 * </pre>
 *
 * <p>So nothing of a removed member stands after the entry that removed them, and nothing of a new
 * one before the entry that added them. Each step can be repeated by anybody: who finds another
 * change unfinished finishes that first, and so the log has the changes of a user in the order in
 * which they were begun, each once. A change that is there already, or changes nothing, appends
 * nothing.
 */
final class ChangeMembership implements UseCase {

  private static final int ROUNDS = 20;
  private static final Set<String> CHANGES = Set.of("added", "joined", "left", "removed", "role");
  private static final Set<String> ROLES = Set.of("member", "owner");

  private final Append append;
  private final Log log;
  private final Participants participants;

  /** The append must take drafts no matter how late: an unfinished change has to be finished. */
  ChangeMembership(Append append, Log log, Participants participants) {
    this.append = append;
    this.log = log;
    this.participants = participants;
  }

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var membership = membership(input);
    var by = input.id("by");
    var id = input.id("changeId");
    return input.refusal().map(Reply::refused).orElseGet(() -> change(room, membership, by, id));
  }

  private static Body.Membership membership(Input input) {
    var change = input.oneOf("change", CHANGES);
    var leaves = change.equals("left") || change.equals("removed");
    var role = leaves && !input.has("role") ? "member" : input.oneOf("role", ROLES);
    return new Body.Membership(input.id("user"), change, role);
  }

  /** Does one step a round, on what is stored by then. */
  private Reply change(String room, Body.Membership membership, String by, String id) {
    for (var round = 0; round < ROUNDS; round++) {
      var stored = participants.find(room, membership.user());
      var position = stored.flatMap(participant -> participant.position(id));
      if (position.isPresent()) {
        return Reply.ok(position.get());
      }
      var tail = Position.of(log.last(room));
      var answer =
          stored.filter(Participant::unfinished).isPresent()
              ? finish(stored.get())
              : begin(stored, room, new Participant.Change(id, membership, by, tail.seq()));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return Reply.refused(
        new Refusal(429, "busy", "others change the same membership: try again in a moment"));
  }

  private Optional<Reply> begin(
      Optional<Participant> stored, String room, Participant.Change change) {
    var standing = stored.map(Participant::standing).orElse(Standing.NONE);
    if (change.membership().change().equals("role") && standing == Standing.NONE) {
      return Optional.of(Reply.refused(Refusal.notFound("member")));
    }
    if (standing == Standing.after(change.membership())) {
      return Optional.of(Reply.ok(Position.of(log.last(room))));
    }
    var _ =
        participants.save(
            stored
                .map(participant -> participant.begin(change))
                .orElseGet(() -> Participant.first(room, change)));
    return Optional.empty();
  }

  private Optional<Reply> finish(Participant begun) {
    return switch (append.append(begun.draft(), Guard.OPEN)) {
      case Outcome.Committed(var entry) -> {
        var _ = participants.save(begun.finish(new Position(entry.seq(), entry.messages())));
        yield Optional.empty();
      }
      case Outcome.Refused(var refusal) -> Optional.of(Reply.refused(refusal));
    };
  }
}
