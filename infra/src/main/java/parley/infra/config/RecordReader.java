package parley.infra.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML mapping into a record whose components are its keys, and notes everything that is
 * wrong. A bad value is read as some value of its type; the caller uses nothing where there are
 * errors.
 */
public final class RecordReader {

  private final String file;
  private final List<ConfigError> errors = new ArrayList<>();

  /** For a file, named in errors as it is given here. */
  public RecordReader(String file) {
    this.file = file;
  }

  /** All that was wrong so far, in the file's order. */
  public List<ConfigError> errors() {
    return errors;
  }

  /** The record that a file's mapping holds. */
  public <T extends Record> T read(Class<T> type, Node node) {
    return read(type, node, "");
  }

  /** The record; {@code path} is "" at the top, else ends in a dot. */
  <T extends Record> T read(Class<T> type, Node node, String path) {
    var components = type.getRecordComponents();
    var entries = entries(node, path, Arrays.stream(components).map(c -> c.getName()).toList());
    var values =
        Arrays.stream(components)
            .map(component -> value(component, entries.get(component.getName()), node, path))
            .toArray();
    return construct(type, values);
  }

  private Map<String, Node> entries(Node node, String path, List<String> allowed) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      note("wrong-type", node, "%s must hold the keys %s".formatted(place(path), allowed));
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!allowed.contains(key)) {
        var message = "%s is no setting; allowed in %s are %s";
        note(
            "unknown-key", tuple.getKeyNode(), message.formatted(path + key, place(path), allowed));
      } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
        note(
            "duplicate-key", tuple.getKeyNode(), path + key + " is written twice; once is allowed");
      }
    }
    return entries;
  }

  private Object value(
      RecordComponent component, @Nullable Node written, Node parent, String path) {
    var key = path + component.getName();
    var setting = component.getAnnotation(Setting.class);
    if (component.getType() == Optional.class) {
      return written == null
          ? Optional.empty()
          : Optional.of(read(Types.inOptional(component), written, key + "."));
    }
    if (component.getType().isRecord()) {
      var node = written == null ? nothing(parent) : written;
      return read(component.getType().asSubclass(Record.class), node, key + ".");
    }
    if (written == null && setting.otherwise().isEmpty()) {
      note("missing", parent, key + " must be set: " + setting.about());
    }
    if (component.getType() == Map.class) {
      return written == null ? Map.of() : map(component, written, key);
    }
    if (component.getType() == List.class) {
      return written == null ? List.of() : new ListReader(this, component).read(written, key);
    }
    var scalar = new ScalarReader(component.getType(), setting);
    return written == null ? scalar.otherwise() : scalar(scalar, written, key);
  }

  /** A scalar's value; some value of its type where it is a bad one. */
  Object scalar(ScalarReader scalar, Node written, String key) {
    return switch (scalar.read(written)) {
      case ScalarReader.Good(var value) -> value;
      case ScalarReader.Bad(var code, var message) -> {
        note(code, written, key + " " + message);
        yield scalar.otherwise();
      }
    };
  }

  /** A record for each name, in the file's order. */
  private Map<String, Record> map(RecordComponent component, Node written, String key) {
    var records = new LinkedHashMap<String, Record>();
    if (!(written instanceof MappingNode mapping)) {
      note("wrong-type", written, key + " must hold names, each with what is set for it");
      return records;
    }
    var names = new ScalarReader(String.class, component.getAnnotation(Setting.class));
    for (var tuple : mapping.getValue()) {
      scalar(names, tuple.getKeyNode(), "a name in " + key);
      // A bad one too, so that what is wrong behind it is told by it.
      var name = tuple.getKeyNode() instanceof ScalarNode named ? named.getValue() : "";
      var value = read(Types.inMap(component), tuple.getValueNode(), "%s.%s.".formatted(key, name));
      if (records.putIfAbsent(name, value) != null) {
        note(
            "duplicate-key",
            tuple.getKeyNode(),
            "%s.%s is written twice; once is allowed".formatted(key, name));
      }
    }
    return records;
  }

  private static MappingNode nothing(Node parent) {
    return new MappingNode(
        Tag.MAP,
        true,
        List.of(),
        parent.getStartMark(),
        parent.getEndMark(),
        org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
  }

  /** Notes what is wrong there. */
  void note(String code, Node at, String message) {
    errors.add(new ConfigError(code, file, at.getStartMark().getLine() + 1, message));
  }

  private static String place(String path) {
    return path.isEmpty() ? "the file" : path.substring(0, path.length() - 1);
  }

  private static <T extends Record> T construct(Class<T> type, Object[] values) {
    var parameters =
        Arrays.stream(type.getRecordComponents()).map(c -> c.getType()).toArray(Class[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(parameters);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a plain record", e);
    }
  }
}
