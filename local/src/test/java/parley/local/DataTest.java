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
  void aFolderIsOneTwinsAtATime() throws IOException {
    try (var _ = Data.take(folder)) {
      assertThatThrownBy(() -> Data.take(folder)).hasMessageContaining("another twin uses");
    }
    Data.take(folder).close();
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamedWithTheReason() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Data.take(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("data cannot be kept in " + file)
        .hasMessageContaining("FileAlreadyExistsException");
  }

  @Test
  void whatATwinKeptIsForgotten() throws IOException {
    Data.take(folder).close();
    Files.writeString(Files.createDirectory(folder.resolve("users")).resolve("pool.json"), "{}");

    try (var data = Data.take(folder)) {
      data.empty();
    }

    assertThat(folder.resolve("users")).doesNotExist();
  }

  @Test
  void whatOnlyMakesTheNextStartQuickerStays() throws IOException {
    var archive = Files.createDirectory(folder.resolve("archives")).resolve("a.jsa");
    Files.writeString(folder.resolve("lock"), "");
    Files.writeString(archive, "classes");

    try (var data = Data.take(folder)) {
      data.empty();
    }

    assertThat(archive).hasContent("classes");
  }

  @Test
  void whatSomebodyElseKeptIsNotDeleted() throws IOException {
    var letters = Files.writeString(folder.resolve("letters"), "dear");

    try (var data = Data.take(folder)) {
      assertThatThrownBy(data::empty).hasMessageContaining("was no twin's folder");
    }

    assertThat(letters).hasContent("dear");
  }
}
