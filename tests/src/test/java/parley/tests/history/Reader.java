package parley.tests.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * A right client, without its transport: shows a room's entries in their order, each once, sees a
 * gap, and says what to sync. It outlives its connections, as a device's memory does. Safe for many
 * threads.
 *
 * <pre>
 *   frame ──► received: what follows is shown; a gap ──► rooms to sync
 *                                                            │
 *   synced ◄── POST /sync ◄── wanted: each room's last seq ◄─┘   again for rooms that are still behind
 * </pre>
 */
public final class Reader {

  private final Client client;
  private final History history;
  private final LongFunction<Window> windows;
  private final Map<String, Window> rooms = new HashMap<>();
  private final Set<String> closed = new LinkedHashSet<>();
  private final Map<String, Long> opened = new HashMap<>();

  /** One that does all right. */
  public Reader(Client client, History history) {
    this(client, history, Window::new);
  }

  /**
   * One whose windows may do it wrongly.
   *
   * @param windows makes one that shows what follows a seq
   */
  public Reader(Client client, History history, LongFunction<Window> windows) {
    this.client = client;
    this.history = history;
    this.windows = windows;
  }

  /** Whose it is. */
  public Client client() {
    return client;
  }

  /** Shows a room from behind that seq on, if it is not shown yet; 0 for all of it. */
  public synchronized void open(String room, long after) {
    closed.remove(room);
    opened.put(room, history.now());
    rooms.computeIfAbsent(room, _ -> windows.apply(after));
  }

  /** Takes a frame's entries; gives the rooms that must be synced, since something is missing. */
  public synchronized Set<String> received(List<Entry> frame) {
    var behind = new LinkedHashSet<String>();
    byRoom(frame)
        .forEach(
            (room, entries) -> {
              history.note(new Event.Received(client, room, seqs(entries)));
              if (entries.stream().anyMatch(this::givesRoom)) {
                open(room, 0);
              }
              if (shows(room) && take(room, entries).isBehind()) {
                behind.add(room);
              }
            });
    return behind;
  }

  /** What to ask a sync for: those of the rooms that are shown, each with its last seq. */
  public synchronized Map<String, Long> wanted(Collection<String> some) {
    var wanted = new LinkedHashMap<String, Long>();
    some.stream().filter(this::shows).forEach(room -> wanted.put(room, rooms.get(room).last()));
    return wanted;
  }

  /**
   * Takes a sync's answer; gives the rooms that are to be synced once more.
   *
   * @param asked when it was asked, by {@link History#now()}
   * @param wanted what was asked for; a room that is not answered is one that may not be seen,
   *     unless it was given since
   */
  public synchronized Set<String> synced(long asked, Map<String, Long> wanted, List<News> news) {
    var behind = new LinkedHashSet<String>();
    var missing = new LinkedHashSet<>(wanted.keySet());
    for (var of : news) {
      var room = of.room();
      missing.remove(room);
      history.note(new Event.Synced(client, room, asked, seqs(of.entries()), of.tail().seq()));
      if (shows(room)) {
        rooms.get(room).knowTail(of.tail());
        if (take(room, of.entries()).isBehind()) {
          behind.add(room);
        }
      }
    }
    missing.stream().filter(room -> opened.getOrDefault(room, -1L) < asked).forEach(closed::add);
    return behind;
  }

  /** Knows a read mark, one's own or another device's. */
  public synchronized void read(String room, Screen.Mark mark) {
    if (rooms.containsKey(room)) {
      rooms.get(room).knowRead(mark);
    }
  }

  /** The highest seq that is shown of a room: what a new message comes {@code after}. */
  public synchronized long last(String room) {
    return shows(room) ? rooms.get(room).last() : 0;
  }

  /** The end of a room's log, as far as it is known. */
  public synchronized Screen.Mark tail(String room) {
    return rooms.containsKey(room) ? rooms.get(room).tail() : Screen.Mark.START;
  }

  /** The last entries that are shown of a room, so many at most. */
  public synchronized List<Entry> latest(String room, int most) {
    return shows(room) ? rooms.get(room).latest(most) : List.of();
  }

  /** The rooms that are shown. */
  public synchronized List<String> rooms() {
    return rooms.keySet().stream().filter(this::shows).toList();
  }

  /** What is shown at rest. */
  public synchronized List<Screen> screens() {
    return rooms.entrySet().stream()
        .filter(room -> shows(room.getKey()))
        .map(room -> room.getValue().screen(client, room.getKey()))
        .toList();
  }

  private boolean shows(String room) {
    return rooms.containsKey(room) && !closed.contains(room);
  }

  private Window take(String room, List<Entry> entries) {
    var window = rooms.get(room);
    var shown = window.take(entries);
    if (!shown.isEmpty()) {
      history.note(new Event.Shown(client, room, List.copyOf(shown)));
    }
    return window;
  }

  private boolean givesRoom(Entry entry) {
    return entry.body() instanceof Body.Membership membership
        && membership.user().equals(client.user())
        && !membership.ends();
  }

  private static Map<String, List<Entry>> byRoom(List<Entry> entries) {
    return entries.stream()
        .collect(Collectors.groupingBy(Entry::room, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Long> seqs(List<Entry> entries) {
    var seqs = new ArrayList<Long>(entries.size());
    entries.forEach(entry -> seqs.add(entry.seq()));
    return List.copyOf(seqs);
  }
}
