package parley.local.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.local.WholeFile;
import parley.local.template.Names;

/**
 * The person who runs the twin, for whom ordinary AWS clients are to work: a profile in files that
 * only they can read.
 */
public final class Developer {

  private static final String PROFILE = "twin";

  private final Path folder;

  private Developer(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the developer a caller, and writes their profile.
   *
   * @param folder where AWS's two files are written anew, each readable by its owner alone
   */
  public static Developer enter(Principals principals, Names names, Path folder)
      throws IOException {
    var key = principals.issue(names, new Caller.Administrator("developer"));
    Files.createDirectories(folder);
    write(
        folder.resolve("config"),
        """
        [profile %s]
        region = %s
        endpoint_url = %s
        cli_binary_format = raw-in-base64-out
        """
            .formatted(PROFILE, names.region(), names.aws()));
    write(
        folder.resolve("credentials"),
        """
        [%s]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        """
            .formatted(PROFILE, key.accessKey(), key.secret()));
    return new Developer(folder);
  }

  /** One line for the console: how to point a client at the twin. */
  public String line() {
    return "AWS's own clients: export AWS_CONFIG_FILE=%s AWS_SHARED_CREDENTIALS_FILE=%s AWS_PROFILE=%s"
        .formatted(folder.resolve("config"), folder.resolve("credentials"), PROFILE);
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
