package parley.identity;

import parley.kernel.Caller;

/**
 * Gives everybody who signs in a profile.
 *
 * <p>The keys of the name come first, so that nobody is there and cannot be found; if it stops in
 * between, keys without a profile do no harm, and the next call goes on.
 */
record Registration(Profiles profiles, Names names) {

  /** The caller's profile; made from the name in their token where there is none. */
  Profile profile(Caller caller) {
    return profiles.find(caller.user()).orElseGet(() -> register(caller));
  }

  private Profile register(Caller caller) {
    var profile = Profile.first(caller.user(), caller.name());
    names.add(profile.user(), NameKeys.of(profile.name()));
    return profiles.create(profile);
  }
}
