package parley.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {

  @TempDir private Path folder;

  @Test
  void aLineThatWasCutShortIsForgottenAndWhatFollowsIsKept() throws IOException {
    open().send("one");
    Files.writeString(open().file(), "{\"id\":\"half", StandardOpenOption.APPEND);

    open().send("two");

    assertThat(open().newest(10)).containsExactly("two", "one");
  }

  /** As at the twin's next start. */
  private Queue open() {
    var attributes = new Queue.Attributes("q", Duration.ofSeconds(30), Duration.ofDays(4));
    return new Queue(attributes, folder, Clock.systemUTC());
  }
}
