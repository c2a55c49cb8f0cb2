package parley.local.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import parley.local.faults.Kind.Site;

/** The rules in the order in which they came; the first that fires has the occasion. */
final class Rules {

  private final List<Armed> armed = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicLong> injected = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  Armed add(Rule rule) {
    var added = new Armed(Long.toString(last.incrementAndGet()), rule);
    armed.add(added);
    return added;
  }

  List<Armed> all() {
    return List.copyOf(armed);
  }

  Optional<Armed> find(String id) {
    return armed.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  void remove(Armed rule) {
    armed.remove(rule);
  }

  void clear() {
    armed.clear();
  }

  /**
   * The rule that has this occasion; empty where nothing is to happen.
   *
   * @param occasion a value for each selector of the site
   */
  Optional<Armed> fire(Site site, Map<String, String> occasion) {
    for (var rule : armed) {
      if (rule.rule().kind().site() == site && befalls(rule, occasion) && rule.fires(occasion)) {
        count(rule.rule().kind().code(), rule.rule().when());
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Counts a fault that no rule asked for. */
  void count(String kind, String when) {
    var name = when.isEmpty() ? kind : kind + " " + when;
    injected.computeIfAbsent(name, _ -> new AtomicLong()).incrementAndGet();
  }

  /** How often each kind has happened since the start, also by rules that are gone. */
  Map<String, Long> injected() {
    var counts = new TreeMap<String, Long>();
    injected.forEach((kind, count) -> counts.put(kind, count.get()));
    return counts;
  }

  private static boolean befalls(Armed rule, Map<String, String> occasion) {
    return rule.rule()
        .kind()
        .befalls(occasion.getOrDefault("service", ""), occasion.getOrDefault("operation", ""));
  }
}
