package parley.identity;

import java.util.List;
import java.util.Optional;

/** All profiles. Every read sees every write that was answered before. */
interface Profiles {

  /** Somebody's profile, if they have one yet. */
  Optional<Profile> find(String user);

  /** The profiles of those of the users who have one; at most 100 distinct users. */
  List<Profile> find(List<String> users);

  /** Adds a profile where there is none yet, and answers the one that is there then. */
  Profile create(Profile profile);

  /** Changes what is given, of a profile that is there, and answers the whole. */
  Profile change(String user, Optional<String> name, Optional<Color> color);
}
