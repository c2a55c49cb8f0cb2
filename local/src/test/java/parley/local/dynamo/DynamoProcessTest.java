package parley.local.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real DynamoDB Local. */
@Timeout(60)
class DynamoProcessTest {

  private static final Path SOFTWARE = Path.of("dynamodb/target/dynamodb-local").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void whoDoesNotBringItsKeyIsRefused() throws Exception {
    var options = new Dynamo.Options(folder, SOFTWARE, true);
    try (var process = DynamoProcess.start(options);
        var client = process.client();
        var stranger = new DynamoClient(process.address(), "guessed")) {
      Dynamo.awaitAnswer(process, client);

      assertThat(client.table("ListTables", DynamoClient.object()).path("TableNames")).isEmpty();
      assertThat(stranger.send("DynamoDB_20120810.ListTables", "{}".getBytes(UTF_8)).statusCode())
          .isEqualTo(403);
    }
  }
}
