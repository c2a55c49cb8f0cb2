package parley.addons.slack;

import java.util.List;
import java.util.Optional;
import parley.outside.Row;
import parley.outside.Rows;

/**
 * What is on its way to Slack: for each message of a room how it is to be, until it is so there.
 * Its text is here until then, and no longer.
 */
record Outbox(Rows rows) {

  private static final String WANTED = "out#";
  private static final String SENT = "sent#";

  /**
   * How a message is to be.
   *
   * @param room the room's id
   * @param seq the message's place in the room's log
   * @param version the place of the entry that made it so: the message's own, or that of its change
   * @param deleted whether it is to be gone
   * @param text its text; "" where it is to be gone
   * @param user who wrote it; "" where no person did
   * @param from the name to show where no person wrote it
   */
  record Wanted(
      String room,
      long seq,
      long version,
      boolean deleted,
      String text,
      String user,
      String from) {}

  /**
   * How a message is in Slack, as far as is known.
   *
   * @param ts what Slack knows it by; "" where it is not known to be there
   * @param version the place of the entry that made it so; 0 where it is not known to be there
   * @param tried the second of the epoch in which it was last tried to be put there
   * @param tries how often that was tried
   */
  record Sent(String ts, long version, long tried, int tries) {

    static final Sent NEVER = known("", 0);

    static Sent known(String ts, long version) {
      return new Sent(ts, version, 0, 0);
    }

    static Sent tried(long second, int tries) {
      return new Sent("", 0, second, tries);
    }

    boolean wasTried() {
      return tried > 0;
    }
  }

  /** Puts one there, unless a later form of the same message is there. */
  void put(Wanted wanted) {
    while (true) {
      var row = rows.read(Links.room(wanted.room()), name(WANTED, wanted.seq()));
      if ((row.exists() && row.as(Wanted.class).version() >= wanted.version())
          || rows.write(row.holding(wanted))) {
        return;
      }
    }
  }

  /** The oldest ones, in the room's order. */
  List<Wanted> waiting(String room, int limit) {
    return rows.list(Links.room(room), WANTED, limit).stream()
        .map(row -> row.as(Wanted.class))
        .toList();
  }

  /** Takes one out, unless a later form of the same message is there by now. */
  void done(Wanted wanted) {
    var row = rows.read(Links.room(wanted.room()), name(WANTED, wanted.seq()));
    if (row.exists() && row.as(Wanted.class).version() <= wanted.version()) {
      // If it was changed in between, it is a later form: that stays.
      var _ = rows.change(List.of(), List.of(row));
    }
  }

  /** How a message is in Slack. */
  Sent sent(Wanted wanted) {
    return Optional.of(rows.read(Links.room(wanted.room()), name(SENT, wanted.seq())))
        .filter(Row::exists)
        .map(row -> row.as(Sent.class))
        .orElse(Sent.NEVER);
  }

  /** Notes how a message is in Slack. Only by whoever holds the room's lane. */
  void note(Wanted wanted, Sent sent) {
    var row = rows.read(Links.room(wanted.room()), name(SENT, wanted.seq()));
    if (!rows.write(row.holding(sent))) {
      throw new IllegalStateException("two functions send to one channel at once");
    }
  }

  /** By the seq in order: it has 16 digits at most. */
  private static String name(String kind, long seq) {
    return kind + "%016d".formatted(seq);
  }
}
