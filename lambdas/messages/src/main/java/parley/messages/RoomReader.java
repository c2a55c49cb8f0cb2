package parley.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import parley.messages.Sync.Wanted;

/** Reads several rooms, a few at a time, until enough is together. Used once. */
final class RoomReader {

  static final int MOST_ENTRIES = 200;

  /** At once: each may bring 1 MB into memory. */
  private static final int PARALLEL = 8;

  private final Log log;
  private long left;

  RoomReader(Log log, long mostBytes) {
    this.log = log;
    this.left = mostBytes;
  }

  /** What is new in each room, in their order. */
  List<RoomNews> read(List<Wanted> rooms) {
    var all = new ArrayList<RoomNews>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var first = 0; first < rooms.size(); first += PARALLEL) {
        var some = rooms.subList(first, Math.min(first + PARALLEL, rooms.size()));
        var entries = left > 0 ? MOST_ENTRIES : 0;
        var reading =
            some.stream()
                .map(room -> CompletableFuture.supplyAsync(() -> read(room, entries), threads))
                .toList();
        for (var news : reading) {
          var cut = news.join().cut(left);
          left -= cut.weight();
          all.add(cut);
        }
      }
    }
    return all;
  }

  /** The entry at {@code after} is read too: where nothing is new, it is the end. */
  private RoomNews read(Wanted wanted, int most) {
    if (wanted.after() == null) {
      return new RoomNews(wanted.room(), Position.of(log.last(wanted.room())), List.of(), false);
    }
    var after = wanted.after();
    var page = log.read(Range.from(wanted.room(), after, most + 1));
    var entries = page.entries().stream().filter(entry -> entry.seq() > after).limit(most).toList();
    var whole = !page.more() && !page.entries().isEmpty();
    var tail = Position.of(whole ? Optional.of(page.entries().getLast()) : log.last(wanted.room()));
    return new RoomNews(wanted.room(), tail, entries, tail.seq() > lastSeq(entries, after));
  }

  private static long lastSeq(List<Entry> entries, long after) {
    return entries.isEmpty() ? after : entries.getLast().seq();
  }
}
