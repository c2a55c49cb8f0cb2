package parley.messages;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What users may do in rooms now.
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
