package parley.local.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Class data archives, one a jar: what the first JVM of a jar loaded is mapped into the memory of
 * all later ones, which then start in half of the time.
 *
 * <p>The JVM writes an archive as it ends, and checks it as it starts: one that does not fit its
 * jar is not used, and is written anew.
 */
final class SharedArchives {

  private final Path folder;

  SharedArchives(Path folder) {
    this.folder = folder;
  }

  /** Flags of a JVM that runs this jar. */
  List<String> flags(Path jar) {
    var archive = folder.resolve(jar.getFileName() + ".jsa").toAbsolutePath();
    archive.getParent().toFile().mkdirs();
    return Files.exists(archive)
        ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive)
        : List.of("-XX:ArchiveClassesAtExit=" + archive);
  }
}
