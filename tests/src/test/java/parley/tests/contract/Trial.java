package parley.tests.contract;

import java.util.function.LongFunction;
import parley.tests.cloud.Flaw;
import parley.tests.history.Window;

/**
 * What is tried.
 *
 * @param seed all that goes wrong follows from it
 * @param messages how many are to be acked
 * @param perMille how many of 1,000 invocations have a fault
 * @param people how many there are
 * @param rooms how many they have
 * @param flaw what the functions' clients do wrong
 * @param windows what the readers show with
 */
record Trial(
    long seed,
    int messages,
    int perMille,
    int people,
    int rooms,
    Flaw flaw,
    LongFunction<Window> windows) {

  /** One of the product as it is. */
  static Trial of(long seed, int messages, int perMille) {
    return new Trial(seed, messages, perMille, 48, 24, Flaw.NONE, Window::new);
  }

  /** A small one, of the product as it is. */
  static Trial small(long seed) {
    return small(seed, Flaw.NONE, Window::new);
  }

  /** A small one, of what has a bug. */
  static Trial of(long seed, Bug bug) {
    return small(seed, bug.flaw(), bug.windows());
  }

  /** A small one, in which functions do something wrong that no history shows. */
  static Trial of(long seed, Flaw flaw) {
    return small(seed, flaw, Window::new);
  }

  private static Trial small(long seed, Flaw flaw, LongFunction<Window> windows) {
    return new Trial(seed, 300, 30, 10, 4, flaw, windows);
  }
}
