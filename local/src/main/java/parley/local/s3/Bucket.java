package parley.local.s3;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.local.WholeFile;

/**
 * A bucket: objects are files of the same path, and what is said of them stands in one file beside
 * the folder. Safe for many threads.
 */
public final class Bucket {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path about;
  private volatile Map<String, Map<String, String>> metadata;

  Bucket(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.about = folder.resolveSibling(folder.getFileName() + ".json");
    Files.createDirectories(folder);
    this.metadata =
        Files.exists(about)
            ? JSON.readValue(
                about.toFile(), new TypeReference<Map<String, Map<String, String>>>() {})
            : Map.of();
  }

  /**
   * An object.
   *
   * @param bytes its content
   * @param metadata headers that it was stored with
   */
  public record Stored(byte[] bytes, Map<String, String> metadata) {}

  /** Its name, which the folder has as well. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Its ARN. */
  public String arn() {
    return "arn:aws:s3:::" + name();
  }

  /** The object of a key. */
  public Optional<Stored> get(String key) throws IOException {
    var file = file(key);
    if (key.isEmpty() || file.isEmpty() || !Files.isRegularFile(file.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Stored(Files.readAllBytes(file.get()), metadata.getOrDefault(key, Map.of())));
  }

  /**
   * Puts an object in place of what is there.
   *
   * @param said headers that are stored with it, by their names in lower case
   * @throws IOException where the key is no path of a file in the bucket, or it cannot be written
   */
  public synchronized void put(String key, byte[] bytes, Map<String, String> said)
      throws IOException {
    var file =
        file(key)
            .orElseThrow(
                () -> new IOException("the key %s is no path of a file here".formatted(key)));
    WholeFile.write(file, bytes, folder.resolveSibling(folder.getFileName() + ".next"));
    var all = new HashMap<>(metadata);
    all.put(key, said);
    metadata = all;
    WholeFile.write(about, JSON.writeValueAsBytes(all));
  }

  /** Deletes an object; one that is not there is deleted already. */
  public synchronized void delete(String key) throws IOException {
    var file = file(key);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
      var all = new HashMap<>(metadata);
      if (all.remove(key) != null) {
        metadata = all;
        WholeFile.write(about, JSON.writeValueAsBytes(all));
      }
    }
  }

  /** How many bytes an object has; 0 where there is none. */
  public long size(String key) throws IOException {
    var file = file(key);
    return file.isPresent() && Files.isRegularFile(file.get()) ? Files.size(file.get()) : 0;
  }

  /** All keys, in their order. */
  public List<String> keys() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(this::key).sorted().toList();
    }
  }

  /**
   * Where the object of a key is: nowhere if its file has another key as well, since permission was
   * asked for this one.
   */
  private Optional<Path> file(String key) {
    if (key.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var file = folder.resolve(key).normalize();
    return file.startsWith(folder) && key(file).equals(key) ? Optional.of(file) : Optional.empty();
  }

  private String key(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
