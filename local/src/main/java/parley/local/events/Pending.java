package parley.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.local.WholeFile;

/**
 * What is still to be sent, a file each, so that it outlives the twin. Safe for many threads.
 *
 * @param folder where the files are
 */
record Pending(Path folder) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * An event for one target.
   *
   * @param id orders them by the time at which they came
   * @param target by its id
   */
  record Sending(String id, String target, String event) {}

  void add(Sending sending) {
    try {
      Files.createDirectories(folder);
      WholeFile.write(file(sending), MAPPER.writeValueAsBytes(sending));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void done(Sending sending) {
    try {
      Files.deleteIfExists(file(sending));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was left, the oldest first. */
  List<Sending> left() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Pending::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Sending sending) {
    return folder.resolve(sending.id() + ".json");
  }

  private static Sending read(Path file) {
    try {
      return MAPPER.readValue(file.toFile(), Sending.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
