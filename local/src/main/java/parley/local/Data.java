package parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;

/** The folder with all that the twin keeps: of one twin at a time. */
final class Data implements AutoCloseable {

  private static final String LOCK = "lock";

  /** The folder with what is no data, and only makes functions start quicker. */
  static final String ARCHIVES = "archives";

  private static final Set<String> KEPT = Set.of(ARCHIVES, LOCK);

  private final Path folder;
  private final FileChannel lock;
  private final boolean own;

  private Data(Path folder, FileChannel lock, boolean own) {
    this.folder = folder;
    this.lock = lock;
    this.own = own;
  }

  /**
   * Takes the folder, and makes it where there is none.
   *
   * @throws IOException where another twin has it, or nothing can be written there
   */
  static Data take(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      var absolute = folder.toRealPath();
      var own = Files.exists(absolute.resolve(LOCK)) || isEmpty(absolute);
      return take(
          absolute,
          FileChannel.open(
              absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          own);
    } catch (FileSystemException e) {
      throw new IOException(
          "data cannot be kept in %s, which must be a folder that may be written: %s"
              .formatted(folder.toAbsolutePath(), e),
          e);
    }
  }

  private static Data take(Path absolute, FileChannel lock, boolean own) throws IOException {
    try {
      if (lock.tryLock() != null) {
        return new Data(absolute, lock, own);
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

  /**
   * Deletes all data.
   *
   * @throws IOException where the folder held something else before any twin had it
   */
  void empty() throws IOException {
    if (!own) {
      throw new IOException(
          "%s was no twin's folder and is not empty: empty it by hand, or choose another with --data"
              .formatted(folder));
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (!KEPT.contains(file.getFileName().toString())) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path what) throws IOException {
    try (var files = Files.walk(what)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
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
