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

  /** Beside the twin's own code: {@code local/target} and {@code local/dynamodb/target}. */
  static Installation find() {
    try {
      var code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var target = code.toAbsolutePath().getParent();
      return new Installation(
          target.resolve("runtime"),
          target.resolveSibling("dynamodb").resolve("target").resolve("dynamodb-local"));
    } catch (URISyntaxException e) {
      throw new AssertionError("a code source is a URI", e);
    }
  }
}
