package parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The folder with all that the twin keeps: of one twin at a time. */
final class Data implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private Data(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder, and makes it where there is none.
   *
   * @throws IOException where another twin has it
   */
  static Data take(Path folder) throws IOException {
    Files.createDirectories(folder);
    var absolute = folder.toRealPath();
    var lock =
        FileChannel.open(
            absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return new Data(absolute, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Another twin in this very process: the same answer.
    }
    lock.close();
    throw new IOException(
        "another twin uses the data in %s: end it, or give this one another folder with --data"
            .formatted(absolute));
  }

  /** The folder, absolute. */
  Path folder() {
    return folder;
  }

  /** Deletes all that is kept. */
  void empty() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.equals(folder.resolve(LOCK))) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
