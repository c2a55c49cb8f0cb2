package parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsMadeWithItsFolderAndReplaced() throws IOException {
    var file = folder.resolve("a/b/file.json");

    WholeFile.write(file, utf8("one"));
    WholeFile.write(file, utf8("two"));

    assertThat(file).hasContent("two");
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatAKilledTwinLeftHalfWrittenIsForgotten() throws IOException {
    var file = folder.resolve("file.json");
    WholeFile.write(file, utf8("one"));
    Files.writeString(folder.resolve("file.json.next"), "{\"half");

    assertThat(file).hasContent("one");
    WholeFile.write(file, utf8("two"));

    assertThat(file).hasContent("two");
    assertThat(folder.resolve("file.json.next")).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    var file = folder.resolve("file.json");
    WholeFile.write(file, utf8("one"));
    var taken = Files.createDirectories(folder.resolve("next/in the way")).getParent();

    assertThatThrownBy(() -> WholeFile.write(file, utf8("two"), taken))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("one");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
