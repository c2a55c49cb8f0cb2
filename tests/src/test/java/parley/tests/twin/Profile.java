package parley.tests.twin;

import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The profile that the twin writes for AWS's own clients, used as they do: credentials, region and
 * address all come out of its two files.
 */
final class Profile {

  private static final Path FOLDER = Path.of("target/twin/aws");
  private static final String NAME = "twin";

  private Profile() {}

  /** Makes a client of the SDK use the profile. */
  static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    var files = files();
    return builder
        .credentialsProvider(
            ProfileCredentialsProvider.builder().profileFile(files).profileName(NAME).build())
        .overrideConfiguration(
            override -> override.defaultProfileFile(files).defaultProfileName(NAME))
        .build();
  }

  private static ProfileFile files() {
    return ProfileFile.aggregator()
        .addFile(file("config", ProfileFile.Type.CONFIGURATION))
        .addFile(file("credentials", ProfileFile.Type.CREDENTIALS))
        .build();
  }

  private static ProfileFile file(String name, ProfileFile.Type type) {
    return ProfileFile.builder().content(FOLDER.resolve(name)).type(type).build();
  }
}
