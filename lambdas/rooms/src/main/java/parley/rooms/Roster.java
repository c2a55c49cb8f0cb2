package parley.rooms;

import java.util.Optional;
import java.util.function.Function;
import parley.kernel.Refusal;

/**
 * Carries out changes of membership, each once and in order, however often a request is cut short
 * and sent again.
 *
 * <pre>
 *   the row changes, untold ─► [if it ends: subscriptions end] ─► the log gets its entry
 *     ─► [if it begins: the read mark stands at the entry] ─► the row is told
 * </pre>
 *
 * <p>Whoever finds a row untold finishes that change first, with its own id. So the next change of
 * the same membership has another id, and comes after it in the log. That nothing of a removed
 * member stands after the entry follows from the order: see docs/architecture.md.
 */
record Roster(Members members, Peers peers) {

  /** More rounds than people who change the same membership at once. */
  private static final int ROUNDS = 8;

  private static final Refusal BUSY =
      new Refusal(429, "busy", "others change the same room just now: try again in a moment");

  /**
   * Changes a membership as decided; asks again where somebody else changed it in between.
   *
   * @param decide what to do, given the membership as it is, ended or not
   * @return why it was not done; empty where it was, and all peers know
   */
  Optional<Refusal> change(
      String requestId, String room, String user, Function<Optional<Membership>, Decision> decide) {
    for (var round = 0; round < ROUNDS; round++) {
      var before = members.find(room, user);
      switch (decide.apply(before)) {
        case Decision.Refused(var refusal) -> {
          return Optional.of(refusal);
        }
        case Decision.Settled() -> {
          return before.flatMap(found -> tell(requestId, found));
        }
        case Decision.Changed(var seen, var after) -> {
          var refusal = before.flatMap(found -> tell(requestId, found));
          if (refusal.isPresent()) {
            return refusal;
          }
          if (members.change(seen, before, after)) {
            return tell(requestId, after);
          }
        }
      }
    }
    return Optional.of(BUSY);
  }

  /** Takes the membership's last change to all peers, where they may not know of it yet. */
  Optional<Refusal> tell(String requestId, Membership membership) {
    var change = membership.change();
    if (!change.untold()) {
      return Optional.empty();
    }
    if (change.kind().ends()) {
      peers.revoke(requestId, membership);
    }
    var entry = peers.tell(requestId, membership);
    if (entry.isEmpty()) {
      return Optional.of(BUSY);
    }
    if (change.kind().begins()) {
      members.mark(membership.room(), membership.user(), entry.get());
    }
    members.told(membership);
    return Optional.empty();
  }
}
