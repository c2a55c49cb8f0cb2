package parley.messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user in a room, with the last change of their membership: written down before its entry is
 * appended, so that whoever finds it unfinished can finish it.
 *
 * @param standing what they may do now
 * @param change the last change that was begun
 * @param done the changes whose entries stand in the log, newest first, {@value #REMEMBERED} at
 *     most: enough for any retry that may still come
 * @param version counts the writes of this row, from 1
 */
record Participant(
    String room, String user, Standing standing, Change change, List<Done> done, long version) {

  static final int REMEMBERED = 16;

  /**
   * A change of membership.
   *
   * @param id the same over all retries
   * @param by who did it
   * @param after the log's last seq when the change was begun
   */
  record Change(String id, Body.Membership membership, String by, long after) {}

  /** A change whose entry stands in the log. */
  record Done(String id, Position position) {}

  /** The first change of a user in a room, begun. */
  static Participant first(String room, Change change) {
    return new Participant(room, change.membership().user(), Standing.NONE, change, List.of(), 1);
  }

  /** A change begun: rights that it takes are gone at once, those that it gives come later. */
  Participant begin(Change next) {
    var kept = standing.atMost(Standing.after(next.membership()));
    return new Participant(room, user, kept, next, done, version + 1);
  }

  /** The change done: its entry stands there, and what it gives is given. */
  Participant finish(Position position) {
    var all = Stream.concat(Stream.of(new Done(change.id(), position)), done.stream());
    return new Participant(
        room,
        user,
        Standing.after(change.membership()),
        change,
        all.limit(REMEMBERED).toList(),
        version + 1);
  }

  /** Where the entry of a change stands, if it was done. */
  Optional<Position> position(String changeId) {
    return done.stream().filter(d -> d.id().equals(changeId)).findFirst().map(Done::position);
  }

  /** The entry of the last change, as it is to be appended. */
  Draft draft() {
    return new Draft(room, change.by(), change.id(), change.after(), change.membership());
  }

  /** True where the last change was begun and its entry may not be there yet. */
  boolean unfinished() {
    return position(change.id()).isEmpty();
  }
}
