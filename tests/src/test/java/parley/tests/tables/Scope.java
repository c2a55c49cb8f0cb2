package parley.tests.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression speaks of: an item, and a request's names and values. */
record Scope(
    Map<String, AttributeValue> item,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  /** The name that is meant: itself, or what the request says "#…" stands for. */
  String name(String written) {
    if (!written.startsWith("#")) {
      return written;
    }
    var name = names.get(written);
    if (name == null) {
      throw new IllegalArgumentException("no name is given for " + written);
    }
    return name;
  }

  /** The item's value at a path; null where there is none. */
  @Nullable AttributeValue at(List<String> path) {
    var value = item.get(name(path.getFirst()));
    for (var step : path.subList(1, path.size())) {
      value = value == null || !value.hasM() ? null : value.m().get(name(step));
    }
    return value;
  }

  /** A value of the request. */
  AttributeValue value(String written) {
    var value = values.get(written);
    if (value == null) {
      throw new IllegalArgumentException("no value is given for " + written);
    }
    return value;
  }
}
