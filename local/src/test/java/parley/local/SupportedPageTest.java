package parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SupportedPageTest {

  private static final Path PAGE = Path.of("../docs/twin-supported.md");

  @Test
  void thePageSaysWhatTheCodeDoes() throws IOException {
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("bin/twin-supported writes %s anew".formatted(PAGE))
        .isEqualTo(SupportedPage.text());
  }
}
