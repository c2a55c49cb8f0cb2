package parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTest {

  @TempDir private Path folder;

  @Test
  void aFolderIsOfOneTwinAtATime() throws IOException {
    var first = Data.take(folder.resolve("data"));

    assertThatThrownBy(() -> Data.take(folder.resolve("data")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another twin uses the data in")
        .hasMessageContaining("--data");

    first.close();
    Data.take(folder.resolve("data")).close();
  }

  @Test
  void emptyingForgetsAllThatIsKept() throws IOException {
    try (var data = Data.take(folder)) {
      Files.createDirectories(folder.resolve("a/b"));
      Files.writeString(folder.resolve("a/b/c"), "kept");

      data.empty();

      assertThat(folder.resolve("a")).doesNotExist();
    }
  }
}
