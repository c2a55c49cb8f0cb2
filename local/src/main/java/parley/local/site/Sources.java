package parley.local.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Reads the files of an asset: a folder, or a zip of one. */
final class Sources {

  private Sources() {}

  static Map<String, byte[]> read(Path asset) throws IOException {
    if (Files.isDirectory(asset)) {
      return folder(asset);
    }
    try (var in = Files.newInputStream(asset)) {
      return zip(in);
    }
  }

  private static Map<String, byte[]> folder(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var key = folder.relativize(file).toString().replace('\\', '/');
        files.put(key, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> zip(InputStream in) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
