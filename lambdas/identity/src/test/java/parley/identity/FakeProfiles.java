package parley.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles in memory. */
final class FakeProfiles implements Profiles {

  private final Map<String, Profile> rows = new TreeMap<>();
  private final Steps steps;

  FakeProfiles(Steps steps) {
    this.steps = steps;
  }

  @Override
  public Optional<Profile> find(String user) {
    steps.next();
    return Optional.ofNullable(rows.get(user));
  }

  @Override
  public List<Profile> find(List<String> users) {
    steps.next();
    return users.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  @Override
  public Profile create(Profile profile) {
    steps.next();
    return rows.computeIfAbsent(profile.user(), _ -> profile);
  }

  @Override
  public Profile change(String user, Optional<String> name, Optional<Color> color) {
    steps.next();
    return rows.compute(
        user,
        (_, old) -> {
          if (old == null) {
            throw new IllegalStateException("no profile of " + user);
          }
          return new Profile(user, name.orElse(old.name()), color.orElse(old.color()));
        });
  }
}
