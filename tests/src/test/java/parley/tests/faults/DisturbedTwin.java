package parley.tests.faults;

/** The twin that these tests disturb, started once for all of them, with its tables on disk. */
final class DisturbedTwin {

  private static final int PORT = 4660;
  private static final OwnTwin TWIN = new OwnTwin("disturbed", PORT, "--faults");

  private static boolean started;

  private DisturbedTwin() {}

  /** It runs, and nothing disturbs it yet; starts it at the first call. */
  static synchronized OwnTwin running() {
    if (!started) {
      TWIN.startAnew();
      started = true;
    }
    return TWIN;
  }
}
