package parley.messages;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may read and write in which room, as a store keeps it. Every read sees every write. */
interface Participants {

  /** What is known of a user in a room; empty where there never was a change. */
  Optional<Participant> find(String room, String user);

  /** What is known of a user in up to 50 different rooms. */
  Collection<Participant> findAll(String user, Set<String> rooms);

  /**
   * Stores a version, if the version before it is the stored one.
   *
   * @return false where another version was stored meanwhile
   */
  boolean save(Participant next);

  /** What a user may do in a room now. */
  default Standing standing(String room, String user) {
    return find(room, user).map(Participant::standing).orElse(Standing.NONE);
  }

  /** Those of the rooms that a user may read now. */
  default Set<String> readable(String user, Set<String> rooms) {
    return findAll(user, rooms).stream()
        .filter(participant -> participant.standing() != Standing.NONE)
        .map(Participant::room)
        .collect(Collectors.toSet());
  }
}
