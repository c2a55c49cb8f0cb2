package parley.messages;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The last changes of memberships, as a store keeps them. Every read sees every write. What they
 * mean is said by {@link Rights}.
 */
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
}
