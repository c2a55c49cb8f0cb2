package parley.infra.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a list of texts, each once, or of records. */
record ListReader(RecordReader records, RecordComponent component) {

  List<?> read(Node written, String key) {
    var setting = component.getAnnotation(Setting.class);
    if (!(written instanceof SequenceNode sequence)) {
      records.note("wrong-type", written, key + " must be a list");
      return List.of();
    }
    var nodes = sequence.getValue();
    if (setting.most() > 0 && (nodes.size() < setting.least() || nodes.size() > setting.most())) {
      var message = "%s has %d entries; allowed are %d to %d";
      records.note(
          "not-allowed",
          written,
          message.formatted(key, nodes.size(), setting.least(), setting.most()));
    }
    var values = new ArrayList<Object>();
    for (var node : nodes) {
      values.add(item(setting, node, key, values.size()));
    }
    if (!setting.unlike().isEmpty()) {
      refuseAlike(nodes, setting.unlike(), key);
    }
    refuseTwice(nodes, key);
    return List.copyOf(values);
  }

  private Object item(Setting setting, Node node, String key, int place) {
    var type = Types.inList(component);
    return type.isRecord()
        ? records.read(type.asSubclass(Record.class), node, "%s[%d].".formatted(key, place))
        : records.scalar(new ScalarReader(type, setting), node, "a value in " + key);
  }

  private void refuseTwice(List<Node> nodes, String key) {
    var seen = new HashSet<String>();
    for (var i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof ScalarNode value && !seen.add(value.getValue())) {
        var message = "%s[%d] is \"%s\", as an earlier one; allowed is each once";
        records.note("not-allowed", value, message.formatted(key, i, value.getValue()));
      }
    }
  }

  private void refuseAlike(List<Node> nodes, String member, String key) {
    var seen = new HashSet<String>();
    for (var i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode name
              && name.getValue().equals(member)
              && tuple.getValueNode() instanceof ScalarNode value
              && !seen.add(value.getValue())) {
            var message = "%s[%d].%s is \"%s\", as that of an earlier one; allowed is each once";
            records.note("not-allowed", value, message.formatted(key, i, member, value.getValue()));
          }
        }
      }
    }
  }
}
