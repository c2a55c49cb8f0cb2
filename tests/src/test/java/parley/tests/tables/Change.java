package parley.tests.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an update does to an item.
 *
 * @param sets what each path becomes
 * @param adds what is added to each
 * @param removes the attributes that go
 */
record Change(List<Assignment> sets, List<Assignment> adds, List<String> removes) {

  /** An attribute and a value for it. */
  record Assignment(String attribute, Operand value) {}

  /** The item as it becomes; every value is of the item as it was. */
  Map<String, AttributeValue> of(Scope before) {
    var after = new HashMap<>(before.item());
    for (var set : sets) {
      var value = set.value().in(before);
      if (value == null) {
        throw new IllegalArgumentException("there is no value to set " + set.attribute());
      }
      after.put(before.name(set.attribute()), value);
    }
    for (var add : adds) {
      var value = add.value().in(before);
      if (value == null) {
        throw new IllegalArgumentException("there is no value to add to " + add.attribute());
      }
      var name = before.name(add.attribute());
      after.put(name, Values.sum(before.item().get(name), value));
    }
    removes.forEach(name -> after.remove(before.name(name)));
    return Map.copyOf(after);
  }
}
