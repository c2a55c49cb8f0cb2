package parley.infra.addons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.infra.Synthesized;
import parley.infra.instances.Instance;
import parley.infra.instances.Settings;

/** The largest instance with every subset of its add-ons. */
final class Subsets {

  private Subsets() {}

  /** All of them, that with none first and that with all last. */
  static List<Instance> all() {
    var all = new ArrayList<Instance>();
    for (var chosen = 0; chosen < 1 << AddOns.class.getRecordComponents().length; chosen++) {
      all.add(with(chosen));
    }
    return all;
  }

  /** Those with none, with one, and with all. */
  static List<Instance> noneEachAndAll() {
    var most = AddOns.class.getRecordComponents().length;
    return all().stream()
        .filter(
            instance -> {
              var on = instance.settings().addOns().on().size();
              return on <= 1 || on == most;
            })
        .toList();
  }

  private static Instance with(int chosen) {
    var largest = Synthesized.LARGEST;
    var s = largest.settings();
    return new Instance(
        largest.name(),
        new Settings(
            s.title(), s.signIn(), s.domain(), s.data(), s.logs(), s.alarms(), addOns(chosen)));
  }

  private static AddOns addOns(int chosen) {
    var all = Synthesized.LARGEST.settings().addOns();
    var components = AddOns.class.getRecordComponents();
    var values = new Object[components.length];
    var types = new Class<?>[components.length];
    try {
      for (var i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            (chosen & 1 << i) == 0 ? Optional.empty() : components[i].getAccessor().invoke(all);
      }
      return AddOns.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("AddOns is a record", e);
    }
  }
}
