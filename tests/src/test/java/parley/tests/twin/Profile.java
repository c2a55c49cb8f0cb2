package parley.tests.twin;

import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The profile that the twin writes for AWS's own clients, used as they do: credentials, region and
 * address all come out of its two files.
 */
public final class Profile {

  private static final Path FOLDER = Path.of("target/twin/aws");
  private static final String NAME = "twin";

  private Profile() {}

  /** Makes a client of the SDK use the profile. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    var files = files();
    return builder
        .credentialsProvider(provider(files))
        .overrideConfiguration(
            override -> override.defaultProfileFile(files).defaultProfileName(NAME))
        .build();
  }

  /** The key that the profile has. */
  public static AwsCredentials credentials() {
    return provider(files()).resolveCredentials();
  }

  private static ProfileCredentialsProvider provider(ProfileFile files) {
    return ProfileCredentialsProvider.builder().profileFile(files).profileName(NAME).build();
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
