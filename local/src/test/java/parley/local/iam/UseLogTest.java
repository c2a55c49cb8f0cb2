package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was used, and what for. */
class UseLogTest extends IamCase {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private String cause = "POST /things";
  private UseLog log;

  @BeforeEach
  void begin() throws IOException {
    file = folder.resolve(UseLog.NAME);
    log = new UseLog(file, () -> cause);
    allow(statement("Allow", "sqs:SendMessage", QUEUE, ""));
  }

  @Test
  void aUseIsKeptOnceForEachCause() throws Exception {
    use();
    use();
    cause = "GET /things";
    use();

    assertThat(UseLog.read(file))
        .extracting(UseLog.Use::cause)
        .containsExactly("POST /things", "GET /things");
    assertThat(UseLog.read(file).getFirst().grants())
        .isEqualTo(List.of(new Grant("Policy", 0, "sqs:SendMessage", QUEUE)));
  }

  @Test
  void whatIsDeniedIsNoUse() throws Exception {
    log.accept(ask("sqs:DeleteMessage", QUEUE));

    assertThat(UseLog.read(file)).isEmpty();
  }

  @Test
  void afterItsFileWasDeletedTheSameUseIsKeptAgain() throws Exception {
    use();
    Files.delete(file);

    use();
    use();

    assertThat(UseLog.read(file)).hasSize(1);
  }

  private void use() {
    log.accept(ask("sqs:SendMessage", QUEUE));
  }
}
