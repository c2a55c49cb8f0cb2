package parley.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Folders in the machine's memory, where it has such: a table's every write is otherwise waited for
 * until a disk has it. A process that is killed loses nothing in either.
 */
final class Quick {

  private static final Path MEMORY = Path.of("/dev/shm");

  private Quick() {}

  /** Makes a folder there, empty and to be forgotten at the end, where this path then leads. */
  static void make(Path path, int number) throws IOException {
    if (!Files.isWritable(MEMORY)) {
      return;
    }
    var folder = MEMORY.resolve("parley-twin-%d".formatted(number));
    delete(folder);
    Files.createDirectories(folder);
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(folder)));
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void forget(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // It is a few megabytes, and emptied by the next run.
    }
  }
}
