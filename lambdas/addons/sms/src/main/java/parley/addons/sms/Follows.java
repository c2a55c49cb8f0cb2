package parley.addons.sms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.outside.Rows;

/** Of which rooms people want SMS. */
record Follows(Rows rows) {

  /** How many may want SMS of one room. */
  static final int MOST = 1_000;

  private static final String ROOM = "room#";
  private static final String WHO = "user#";

  record Choice(Mode mode) {}

  /** Of which messages somebody wants an SMS. */
  enum Mode {
    NONE,
    MENTIONS,
    ALL
  }

  /** Those who want SMS of a room, with which. */
  Map<String, Mode> of(String room) {
    return rows.list(ROOM + room, WHO, MOST).stream()
        .collect(
            Collectors.toMap(
                row -> row.item().substring(WHO.length()), row -> row.as(Choice.class).mode()));
  }

  /** The rooms of which somebody wants SMS, with which. */
  Map<String, Mode> by(String user) {
    return rows.list(People.person(user), ROOM, MOST).stream()
        .collect(
            Collectors.toMap(
                row -> row.item().substring(ROOM.length()), row -> row.as(Choice.class).mode()));
  }

  /** Notes of which messages somebody wants an SMS. It stands in two places: one a question. */
  void choose(String user, String room, Mode mode) {
    Rows.attempt(() -> change(user, room, mode));
  }

  private boolean change(String user, String room, Mode mode) {
    var mine = rows.read(People.person(user), ROOM + room);
    var theirs = rows.read(ROOM + room, WHO + user);
    var choice = new Choice(mode);
    if (mode == Mode.NONE) {
      return !mine.exists() || rows.change(List.of(), List.of(mine, theirs));
    }
    return rows.change(List.of(mine.holding(choice), theirs.holding(choice)), List.of());
  }
}
