package parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that are there whole, or as they were before, whenever the twin is killed. Only
 * their owner may read them. For one writer of a file at a time.
 */
public final class WholeFile {

  private static final String OWNERS_ONLY = "rw-------";

  private WholeFile() {}

  /** Replaces a file's content; makes its folder where there is none. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, file.resolveSibling(file.getFileName() + ".next"));
  }

  /**
   * Replaces a file's content.
   *
   * @param next where it is written first, on the same disk; what a killed twin left there is
   *     forgotten
   */
  public static void write(Path file, byte[] content, Path next) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(next);
    if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var owners = PosixFilePermissions.fromString(OWNERS_ONLY);
      Files.createFile(next, PosixFilePermissions.asFileAttribute(owners));
    }
    Files.write(next, content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
