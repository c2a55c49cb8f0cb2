package parley.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How large the functions' jars are. */
final class Jars {

  private static final double MIB = 1 << 20;

  private Jars() {}

  /** One of each service in this folder. */
  static Table sizes(Path lambdas) throws IOException {
    var table = new Table("jar", "MiB", "classes, MiB unpacked", "of them the SDK's, MiB");
    for (var jar : in(lambdas)) {
      try (var zip = new ZipFile(jar.toFile())) {
        var entries = List.copyOf(zip.stream().toList());
        table.row(
            jar.getFileName(),
            Files.size(jar) / MIB,
            unpacked(entries, ""),
            unpacked(entries, "software/amazon/"));
      }
    }
    return table;
  }

  private static List<Path> in(Path lambdas) throws IOException {
    try (var files = Files.walk(lambdas, 3)) {
      return files.filter(file -> file.toString().endsWith("-function.jar")).sorted().toList();
    }
  }

  private static double unpacked(List<? extends ZipEntry> entries, String folder) {
    return entries.stream()
            .filter(entry -> entry.getName().startsWith(folder))
            .filter(entry -> entry.getName().endsWith(".class"))
            .mapToLong(ZipEntry::getSize)
            .sum()
        / MIB;
  }
}
