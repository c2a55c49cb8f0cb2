package parley.identity;

import java.util.List;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.Settings;

/** Puts the functions together: the one place that reads the environment and builds clients. */
public final class IdentityWiring {

  /** Names the table of profiles. */
  public static final String PROFILES_TABLE = "PROFILES_TABLE";

  /** Names the table of the keys by which people are found. */
  public static final String NAMES_TABLE = "NAMES_TABLE";

  /** A user that nobody is: the user pool's ids are UUIDs. */
  private static final String NOBODY = "priming";

  private final DynamoProfiles profiles;
  private final DynamoNames names;
  private final Registration registration;

  private IdentityWiring(Settings settings) {
    var dynamo = Aws.dynamo();
    profiles = new DynamoProfiles(dynamo, settings.get(PROFILES_TABLE));
    names = new DynamoNames(dynamo, settings.get(NAMES_TABLE));
    registration = new Registration(profiles, names);
  }

  static IdentityWiring ofProcess() {
    return new IdentityWiring(Settings.ofProcess());
  }

  Endpoint readProfile() {
    return Endpoint.primed(
        new ReadProfile(profiles, registration),
        Json.object().put("users", NOBODY),
        () -> profiles.find(NOBODY));
  }

  /** Primed without a change: its request is refused, and its read finds nobody. */
  Endpoint updateProfile() {
    return Endpoint.primed(
        new UpdateProfile(profiles, names, registration),
        Json.object(),
        () -> profiles.find(NOBODY));
  }

  Endpoint findPeople() {
    return Endpoint.primed(
        new FindPeople(profiles, names),
        Json.object().put("query", NOBODY),
        () -> profiles.find(List.of(NOBODY)));
  }
}
