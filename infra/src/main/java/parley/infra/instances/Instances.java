package parley.infra.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import parley.infra.config.ConfigError;
import parley.infra.config.ConfigException;
import parley.infra.config.RecordReader;

/**
 * The folder with a file for each customer.
 *
 * @param folder where they are, named in errors as it is given here
 */
public record Instances(Path folder) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  private static final String ENDING = ".yaml";

  /** All of them, by name. Throws {@link ConfigException} where one cannot be used. */
  public List<Instance> all() {
    return names().stream().map(this::read).toList();
  }

  /** One of them. Throws {@link ConfigException} where there is none, or it cannot be used. */
  public Instance named(String name) {
    if (!names().contains(name)) {
      var message = "there is no instance \"%s\"; there are %s".formatted(name, names());
      throw refused("no-such-instance", folder.resolve(name + ENDING), 1, message);
    }
    return read(name);
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      var message =
          "there is no folder \"%s\"; allowed is one with instances' files".formatted(folder);
      throw refused("no-such-folder", folder, 1, message);
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the instances in " + folder, e);
    }
  }

  private Instance read(String name) {
    var file = folder.resolve(name + ENDING);
    if (!NAME.matcher(name).matches()) {
      var allowed = "a letter, then up to 19 lower-case letters, digits or \"-\"";
      throw refused(
          "not-allowed", file, 1, "the name is \"%s\"; allowed is %s".formatted(name, allowed));
    }
    var reader = new RecordReader(file.toString());
    var settings = reader.read(Settings.class, parse(file));
    if (!reader.errors().isEmpty()) {
      throw new ConfigException(reader.errors());
    }
    return new Instance(name, settings);
  }

  private static Node parse(Path file) {
    try (var in = Files.newBufferedReader(file)) {
      var node = new Yaml(new LoaderOptions()).compose(in);
      if (node == null) {
        throw refused("missing", file, 1, "the file is empty; title and signIn must be set");
      }
      return node;
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw refused("not-yaml", file, line, e.getProblem());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static ConfigException refused(String code, Path file, int line, String message) {
    return new ConfigException(List.of(new ConfigError(code, file.toString(), line, message)));
  }
}
