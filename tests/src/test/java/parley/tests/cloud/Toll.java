package parley.tests.cloud;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the faults that happened, and can end them all. Safe for many threads. */
public final class Toll {

  private final Map<Fault, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile boolean over;

  /** Notes that one happened. */
  public void take(Fault fault) {
    counts.computeIfAbsent(fault, _ -> new LongAdder()).increment();
  }

  /** From now on nothing goes wrong any more. */
  public void end() {
    over = true;
  }

  /** True where nothing goes wrong any more. */
  public boolean isOver() {
    return over;
  }

  /** How often each happened. */
  public Map<Fault, Long> counts() {
    var all = new TreeMap<Fault, Long>();
    counts.forEach((fault, count) -> all.put(fault, count.sum()));
    return all;
  }

  /** How many happened in all. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
