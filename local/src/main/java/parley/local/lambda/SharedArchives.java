package parley.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import parley.local.Child;

/**
 * Class data archives, one a jar: what the first JVM of a jar loaded is mapped into the memory of
 * all later ones, which then start with half of the work.
 *
 * <p>A JVM without an archive records what one needs, and writes it when it has nothing else to do.
 * An archive fits one state of the class path only: so jars are kept here under their own name,
 * since a synthesis writes them anew, and the runtime client and the JDK are part of the archive's.
 */
final class SharedArchives {

  private static final long LIMIT_SECONDS = 60;

  private final Path folder;
  private final String environment;
  private final Set<Path> claimed = ConcurrentHashMap.newKeySet();

  /** Archives in this folder, for class paths that begin with these files. */
  SharedArchives(Path folder, Path client) {
    this.folder = folder;
    this.environment = HexFormat.of().toHexDigits(fingerprint(client).hashCode());
  }

  /** Keeps these jars and their archives, and forgets all others. */
  void keepOnly(Collection<Path> jars) throws IOException {
    Files.createDirectories(folder);
    var kept = jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (kept.stream().noneMatch(jar -> name.equals(jar) || name.equals(archiveName(jar)))) {
          Files.delete(file);
        }
      }
    }
    for (var jar : jars) {
      var copy = stable(jar);
      if (!Files.exists(copy) || Files.size(copy) != Files.size(jar)) {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The same jar at a place where it does not change. */
  Path stable(Path jar) {
    return folder.resolve(jar.getFileName().toString());
  }

  /** Flags of a JVM that runs this jar. */
  List<String> flags(Path jar) {
    return Files.exists(archive(jar))
        ? List.of("-Xlog:cds=off", "-XX:SharedArchiveFile=" + archive(jar))
        : List.of("-Xlog:cds=off", "-XX:+RecordDynamicDumpInfo");
  }

  /** True, once for each jar, where it has no archive: who is told so is to write it. */
  boolean claim(Path jar) {
    return !Files.exists(archive(jar)) && claimed.add(archive(jar));
  }

  /**
   * Writes the jar's archive out of a running JVM. Takes about a second, in which the JVM stands
   * still; it is not to be trusted with anything after that.
   */
  void write(Path jar, Child child) {
    var archive = archive(jar);
    try {
      var next = folder.resolve(archive.getFileName() + ".next");
      var jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(child.java().pid()),
                  "VM.cds",
                  "dynamic_dump",
                  next.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (jcmd.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && Files.exists(next)) {
        Files.move(next, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // Without an archive everything works, only slower.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path archive(Path jar) {
    return folder.resolve(archiveName(jar.getFileName().toString()));
  }

  private String archiveName(String jar) {
    return "%s-%s.jsa".formatted(jar, environment);
  }

  private static String fingerprint(Path client) {
    try (var files = Files.list(client)) {
      return Runtime.version()
          + files
              .sorted(Comparator.naturalOrder())
              .map(file -> file + " " + file.toFile().lastModified())
              .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
