package parley.tests.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A dense stretch of a room's log as a client shows it, up to the last entry that followed without
 * a gap; later entries are folded into the messages that they are about. Not for more than one
 * thread; open to be done wrongly, for a checker that must see it.
 */
public class Window {

  private final List<Entry> entries = new ArrayList<>();
  private final long first;
  private long last;
  private Screen.Mark tail = Screen.Mark.START;
  private Screen.Mark read = Screen.Mark.START;

  /** One that shows what follows {@code after}. */
  public Window(long after) {
    first = after + 1;
    last = after;
  }

  /** Takes what came, and gives the seqs of what is shown now and was not. */
  final List<Long> take(List<Entry> came) {
    var shown = new ArrayList<Long>();
    for (var entry : came) {
      knowTail(new Screen.Mark(entry.seq(), entry.messages()));
      if (follows(entry)) {
        entries.add(entry);
        last = Math.max(last, entry.seq());
        shown.add(entry.seq());
        fold(entry);
      }
    }
    return shown;
  }

  /** True where an entry is to be shown now: it is the very next. */
  protected boolean follows(Entry entry) {
    return entry.seq() == last + 1;
  }

  /** Makes an entry's change in the message that it is about, if that is shown. */
  protected void fold(Entry change) {
    var index = (int) (change.body().about() - first);
    if (change.body().about() < first || index >= entries.size()) {
      return;
    }
    var target = entries.get(index);
    if (target.seq() == change.body().about() && target.body() instanceof Body.Message message) {
      entries.set(
          index,
          new Entry(
              target.room(),
              target.seq(),
              target.messages(),
              target.sender(),
              target.clientId(),
              message.after(change)));
    }
  }

  /** How many messages are unread. */
  protected long unread() {
    return tail.messages() - read.messages();
  }

  /** True where it is known that more is there than is shown. */
  protected boolean isBehind() {
    return last < tail.seq();
  }

  /** The last seq that is shown. */
  public final long last() {
    return last;
  }

  final void knowTail(Screen.Mark mark) {
    tail = tail.later(mark);
  }

  final void knowRead(Screen.Mark mark) {
    read = read.later(mark);
  }

  /** The log's end as far as it is known. */
  final Screen.Mark tail() {
    return tail;
  }

  final Screen screen(Client client, String room) {
    return new Screen(client, room, first, List.copyOf(entries), read, unread());
  }
}
