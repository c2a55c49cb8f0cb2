package parley.local.secret;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import parley.local.WholeFile;

/** A secret with its values, the current and the one before, in a file. Safe for many threads. */
final class Secret {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What the file holds.
   *
   * @param declared what the template said of the value when it was made of that
   * @param versions the newest last
   */
  private record Kept(String declared, List<Version> versions) {}

  private final Identity identity;
  private final Path file;
  private final Clock clock;
  private Kept kept;

  /** What does not change of a secret. */
  record Identity(String name, String arn, String description) {}

  /** The secret, with what an earlier twin left of it. */
  Secret(Identity identity, Path folder, Clock clock) {
    this.identity = identity;
    this.file = folder.resolve(identity.name().replace('/', '+') + ".json");
    this.clock = clock;
    this.kept = read();
  }

  Identity identity() {
    return identity;
  }

  /** Makes the value that the template declares, where it has not been made of the same before. */
  synchronized void declare(Declared declared) {
    if (declared.hasValue()
        && (kept.versions().isEmpty() || !kept.declared().equals(declared.text()))) {
      kept = new Kept(declared.text(), kept.versions());
      put(declared.make(), UUID.randomUUID().toString());
    }
  }

  /** The value of that version and stage. */
  synchronized Optional<Version> find(Predicate<Version> wanted) {
    return kept.versions().stream().filter(wanted).findFirst();
  }

  /** The value that counts now; empty where nobody has put one there yet. */
  Optional<Version> current() {
    return find(version -> version.stages().contains(Version.CURRENT));
  }

  synchronized List<Version> versions() {
    return kept.versions();
  }

  /** Makes this the current value; a version of that id that is there already stays as it was. */
  synchronized Version put(String text, String id) {
    var known = find(version -> version.id().equals(id));
    if (known.isPresent()) {
      return known.get();
    }
    var next = new ArrayList<Version>();
    find(version -> version.stages().contains(Version.CURRENT))
        .ifPresent(version -> next.add(version.with(List.of(Version.PREVIOUS))));
    var made = new Version(id, clock.millis(), text, List.of(Version.CURRENT));
    next.add(made);
    kept = new Kept(kept.declared(), List.copyOf(next));
    write();
    return made;
  }

  private Kept read() {
    try {
      return Files.exists(file)
          ? MAPPER.readValue(file.toFile(), Kept.class)
          : new Kept("", List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    try {
      WholeFile.write(file, MAPPER.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
