package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a person has read and approved. */
final class Approved {

  private static final Path FOLDER = Path.of("src/test/resources/approved");

  private Approved() {}

  /** Fails where the text is not the approved one, and puts it beside that one to be looked at. */
  static void isStill(String name, String received) {
    var approved = FOLDER.resolve(name);
    var beside = FOLDER.resolve(name.replace(".", ".received."));
    try {
      var expected = Files.exists(approved) ? Files.readString(approved) : "";
      if (!received.equals(expected)) {
        Files.writeString(beside, received);
      } else {
        Files.deleteIfExists(beside);
      }
      assertThat(received)
          .as("read infra/%s; if it is what you meant, put it in the place of %s", beside, name)
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
