package parley.tests.cloud;

import java.util.List;
import java.util.SplittableRandom;

/** Numbers that follow from a seed and from what they are for, the same on every machine. */
public final class Chance {

  private Chance() {}

  /** The numbers for one purpose; its parts are told apart by their text. */
  public static SplittableRandom of(long seed, Object... purpose) {
    var mixed = seed;
    for (var part : purpose) {
      mixed = mixed * 0x9E3779B97F4A7C15L + part.toString().hashCode();
      mixed ^= mixed >>> 29;
    }
    return new SplittableRandom(mixed);
  }

  /** One of a list. */
  public static <T> T oneOf(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
