package parley.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The functions in the order in which they were first used, kept for the next start. */
final class FirstUses {

  private final Path file;
  private final List<String> lastTime;
  private final Set<String> thisTime = new LinkedHashSet<>();

  FirstUses(Path file) {
    this.file = file;
    try {
      lastTime = Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lastTime() {
    return lastTime;
  }

  synchronized void used(String id) {
    if (thisTime.add(id)) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, thisTime);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
