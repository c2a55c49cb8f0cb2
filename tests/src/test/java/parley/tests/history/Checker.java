package parley.tests.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether what clients did and saw is what was promised.
 *
 * <p>All must be at rest: every request answered or given up, every client connected and synced. It
 * judges each room's log by itself, then acks, what clients showed on the way, who heard what, and
 * what they show at the end.
 */
public final class Checker {

  private Checker() {}

  /**
   * What is wrong; empty where nothing is.
   *
   * @param logs each room's entries as its table has them, by their seqs
   * @param screens what each client shows of each of its rooms
   */
  public static List<Anomaly> check(
      History history, Map<String, List<Entry>> logs, List<Screen> screens) {
    var findings = new Findings(history);
    var rooms = new HashMap<String, RoomLog>();
    logs.forEach((room, entries) -> rooms.put(room, new RoomLog(room, entries)));
    var requests = new Requests(history);
    rooms.values().forEach(log -> new LogCheck(log, requests, findings).check());
    new AckCheck(history, rooms, findings).check();
    new ShownCheck(history, findings).check();
    var changes = Changes.of(history);
    new FenceCheck(history, rooms, changes, findings).check();
    new ChangeCheck(rooms, changes, findings).check();
    new ScreenCheck(history, rooms, requests, findings).check(screens);
    return findings.all();
  }
}
