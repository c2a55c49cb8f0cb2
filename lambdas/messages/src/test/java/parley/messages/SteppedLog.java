package parley.messages;

import java.util.Optional;

/** A log of which every operation is a step. */
record SteppedLog(Log log) implements Log {

  @Override
  public Page read(Range range) {
    return Steps.step(() -> log.read(range));
  }

  @Override
  public Optional<Entry> find(String room, long seq) {
    return Steps.step(() -> log.find(room, seq));
  }

  @Override
  public Optional<Entry> add(Entry entry) {
    return Steps.step(() -> log.add(entry));
  }

  @Override
  public void amend(Entry change) {
    Steps.step(
        () -> {
          log.amend(change);
          return change;
        });
  }
}
