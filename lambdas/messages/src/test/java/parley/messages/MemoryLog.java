package parley.messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Logs in memory. What was changed in place is folded anew by every read, in the log's order. */
final class MemoryLog implements Log {

  private final ConcurrentHashMap<String, SortedMap<Long, Entry>> rooms = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, SortedMap<Long, Entry>> changes =
      new ConcurrentHashMap<>();

  /** A page ends here, as DynamoDB's do at 1 MB. */
  int largestPage = Integer.MAX_VALUE;

  @Override
  public synchronized Page read(Range range) {
    var limit = Math.min(range.limit(), largestPage);
    var all =
        room(rooms, range.room()).values().stream()
            .filter(entry -> entry.seq() >= range.from() && entry.seq() <= range.to())
            .toList();
    var ordered = range.newestFirst() ? all.reversed() : all;
    return new Page(
        ordered.stream().limit(limit).map(this::folded).toList(), ordered.size() > limit);
  }

  @Override
  public synchronized Optional<Entry> find(String room, long seq) {
    return Optional.ofNullable(room(rooms, room).get(seq)).map(this::folded);
  }

  @Override
  public synchronized Optional<Entry> add(Entry entry) {
    return Optional.ofNullable(room(rooms, entry.room()).putIfAbsent(entry.seq(), entry));
  }

  @Override
  public synchronized void amend(Entry change) {
    room(changes, change.room()).put(change.seq(), change);
  }

  /** All entries of a room as they were appended. */
  synchronized List<Entry> all(String room) {
    return List.copyOf(room(rooms, room).values());
  }

  private Entry folded(Entry entry) {
    return switch (entry.body()) {
      case Body.Message message -> {
        for (var change : room(changes, entry.room()).values()) {
          message = fold(entry.seq(), message, change);
        }
        yield with(entry, message, message.deleted() != null);
      }
      case Body.Edit(var target, _) when isErased(entry, target) ->
          with(entry, new Body.Edit(target, ""), true);
      case Body _ -> entry;
    };
  }

  /** An edit is erased once it and a deletion of its message have both been made in place. */
  private boolean isErased(Entry edit, long message) {
    var made = room(changes, edit.room());
    return made.containsKey(edit.seq())
        && made.values().stream()
            .anyMatch(change -> change.body().equals(new Body.Deletion(message)));
  }

  private static Entry with(Entry entry, Body body, boolean erased) {
    var origin = entry.origin();
    return new Entry(
        entry.room(),
        entry.seq(),
        entry.messages(),
        entry.sender(),
        entry.clientId(),
        entry.time(),
        body,
        erased && origin != null ? origin.erased() : origin);
  }

  private static Body.Message fold(long seq, Body.Message message, Entry change) {
    return switch (change.body()) {
      case Body.Edit(var target, var text) when target == seq && message.deleted() == null ->
          new Body.Message(
              text, new Body.Edited(change.seq(), change.time()), null, message.marks());
      case Body.Deletion(var target) when target == seq && message.deleted() == null ->
          new Body.Message(
              "",
              null,
              new Body.Deleted(change.seq(), change.time(), change.sender()),
              message.marks());
      case Body.Reaction(var target, var emoji, var on) when target == seq ->
          new Body.Message(
              message.text(),
              message.edited(),
              message.deleted(),
              with(message.marks(), new Body.Mark(emoji, change.sender(), change.seq(), on)));
      case Body _ -> message;
    };
  }

  private static List<Body.Mark> with(List<Body.Mark> marks, Body.Mark mark) {
    var others =
        marks.stream()
            .filter(m -> !(m.emoji().equals(mark.emoji()) && m.user().equals(mark.user())));
    return new ArrayList<>(
        Stream.concat(others, Stream.of(mark))
            .sorted(Comparator.comparingLong(Body.Mark::seq))
            .toList());
  }

  private static SortedMap<Long, Entry> room(
      ConcurrentHashMap<String, SortedMap<Long, Entry>> map, String room) {
    return map.computeIfAbsent(room, _ -> new TreeMap<>());
  }
}
