package parley.tests.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import parley.tests.history.Body;
import parley.tests.history.Entry;
import parley.tests.history.Window;

/** Windows that show it wrongly. */
final class Windows {

  static final LongFunction<Window> ON_ARRIVAL =
      after ->
          new Window(after) {
            @Override
            protected boolean follows(Entry entry) {
              return entry.seq() > last();
            }
          };

  static final LongFunction<Window> LATE =
      after ->
          new Window(after) {
            private final Set<Long> seen = new HashSet<>();

            @Override
            protected boolean follows(Entry entry) {
              return seen.add(entry.seq());
            }

            @Override
            protected boolean isBehind() {
              return seen.size() < last();
            }
          };

  static final LongFunction<Window> TWICE =
      after ->
          new Window(after) {
            @Override
            protected boolean follows(Entry entry) {
              return entry.seq() == last() + 1 || (entry.seq() == last() && last() > 0);
            }
          };

  static final LongFunction<Window> NEVER_BEHIND =
      after ->
          new Window(after) {
            @Override
            protected boolean isBehind() {
              return false;
            }
          };

  static final LongFunction<Window> WITHOUT_EDITS =
      after ->
          new Window(after) {
            @Override
            protected void fold(Entry change) {
              if (!(change.body() instanceof Body.Edit)) {
                super.fold(change);
              }
            }
          };

  static final LongFunction<Window> WITHOUT_DELETIONS =
      after ->
          new Window(after) {
            @Override
            protected void fold(Entry change) {
              if (!(change.body() instanceof Body.Deletion)) {
                super.fold(change);
              }
            }
          };

  static final LongFunction<Window> UNREAD_OFF =
      after ->
          new Window(after) {
            @Override
            protected long unread() {
              return super.unread() + 1;
            }
          };

  private Windows() {}
}
