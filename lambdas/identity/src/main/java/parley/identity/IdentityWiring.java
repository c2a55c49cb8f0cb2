package parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.Settings;
import parley.kernel.UseCase;

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
    return primed(
        new ReadProfile(profiles, registration),
        Json.object().put("users", NOBODY),
        () -> profiles.find(NOBODY));
  }

  /** Primed without a change: its request is refused, and its read finds nobody. */
  Endpoint updateProfile() {
    return primed(
        new UpdateProfile(profiles, names, registration),
        Json.object(),
        () -> profiles.find(NOBODY));
  }

  Endpoint findPeople() {
    return primed(
        new FindPeople(profiles, names),
        Json.object().put("query", NOBODY),
        () -> profiles.find(List.of(NOBODY)));
  }

  private static Endpoint primed(UseCase useCase, ObjectNode body, Runnable reads) {
    var endpoint = new Endpoint(useCase);
    var record = Json.object().put("requestId", NOBODY).set("body", body);
    var bytes = Json.write(record).getBytes(StandardCharsets.UTF_8);
    Priming.with(
        () -> {
          serve(endpoint, bytes);
          reads.run();
        },
        Aws::disconnect);
    return endpoint;
  }

  private static void serve(Endpoint endpoint, byte[] record) {
    try {
      endpoint.serve(new ByteArrayInputStream(record), OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
