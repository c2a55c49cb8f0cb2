package parley.local;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where the build put what runs beside the twin.
 *
 * @param lambdaClient Lambda's runtime interface client and what it needs
 * @param dynamoDb DynamoDB Local and what it needs
 */
record Installation(Path lambdaClient, Path dynamoDb) {

  /** In this module's folder, as Maven left it. */
  static Installation in(Path module) {
    return new Installation(
        module.resolve("target/runtime").toAbsolutePath(),
        module.resolve("dynamodb/target/dynamodb-local").toAbsolutePath());
  }

  /** Beside the twin's own code, which is in the module's {@code target}. */
  static Installation find() {
    try {
      var code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return in(code.toAbsolutePath().getParent().getParent());
    } catch (URISyntaxException e) {
      throw new AssertionError("a code source is a URI", e);
    }
  }
}
