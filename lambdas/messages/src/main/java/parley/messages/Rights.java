package parley.messages;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.kernel.Refusal;

/**
 * What users and add-ons may do in rooms now.
 *
 * <p>What a change of membership takes is gone with its beginning; what it gives is given with its
 * entry, which may be read, delivered and answered before the row says so, or where the function
 * ended in between. So a change that is not finished is looked for in the log.
 */
record Rights(Participants participants, Log log) {

  /**
   * How far behind the beginning of a change its entry is looked for: it is a few positions. One
   * that is further, since others wrote all the while, gives with its row.
   */
  private static final int NEAR = 100;

  /** What a user may do in a room. */
  Standing of(String room, String user) {
    return participants.find(room, user).map(this::of).orElse(Standing.NONE);
  }

  /**
   * What whoever writes this may do. An add-on may write in every room there is, and is no more
   * than a member there; whom it lets write where is its own to decide. No user gets an add-on's
   * rights by their id: an add-on is known by the way that its draft came.
   */
  Standing of(Draft draft) {
    if (draft.isOfAddOn()) {
      return log.find(draft.room(), 1).isPresent() ? Standing.MEMBER : Standing.NONE;
    }
    return of(draft.room(), draft.sender());
  }

  /** The reason why whoever writes this may not write there. */
  Optional<Refusal> refusal(Draft draft) {
    return of(draft) == Standing.NONE ? Optional.of(Refusal.notFound("room")) : Optional.empty();
  }

  /** Those of up to 50 rooms that a user may read. */
  Set<String> readable(String user, Set<String> rooms) {
    return participants.findAll(user, rooms).stream()
        .filter(participant -> of(participant) != Standing.NONE)
        .map(Participant::room)
        .collect(Collectors.toSet());
  }

  private Standing of(Participant participant) {
    var given = Standing.after(participant.change().membership());
    return participant.unfinished()
            && given.compareTo(participant.standing()) > 0
            && stands(participant.draft())
        ? given
        : participant.standing();
  }

  private boolean stands(Draft draft) {
    return log.read(Range.from(draft.room(), draft.after() + 1, NEAR)).entries().stream()
        .anyMatch(draft::wrote);
  }
}
