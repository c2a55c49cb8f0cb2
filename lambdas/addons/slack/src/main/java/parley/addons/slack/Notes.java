package parley.addons.slack;

import java.time.Clock;
import java.time.Duration;
import parley.outside.Row;
import parley.outside.Rows;

/** Which message of a channel is which of the room, and how far its changes were carried over. */
record Notes(Rows rows, Clock clock) {

  /** Longer than a function lives that holds one. */
  private static final Duration HELD = Duration.ofSeconds(90);

  /**
   * What is known of a message.
   *
   * @param seq its place in the room's log; 0 where it is not there (yet)
   * @param version of the last change that was begun to be carried over; "" where there was none
   * @param deleted whether it was deleted in the channel
   * @param held the second of the epoch until which somebody carries a change over; 0 for nobody
   */
  record Note(long seq, String version, boolean deleted, long held) {

    static final Note NOTHING = new Note(0, "", false, 0);
  }

  /** What came of wanting to carry a change over. */
  enum Claim {
    /** It may be carried over; then {@link #release} it. */
    HELD,
    /** A later change was carried over already. */
    OVERTAKEN,
    /** Somebody else carries a change of the same message over now: later, then. */
    BUSY
  }

  Note of(Place place, String ts) {
    return note(row(place, ts));
  }

  /** Notes where a message stands; what else is known of it stays. Gives what is known then. */
  Note stands(Place place, String ts, long seq) {
    while (true) {
      var row = row(place, ts);
      var note = note(row);
      var known = new Note(seq, note.version(), note.deleted(), note.held());
      if (note.seq() == seq || rows.write(row.holding(known))) {
        return known;
      }
    }
  }

  /** Notes that a message was deleted, be it known or not. Gives what is known then. */
  Note deleted(Place place, String ts) {
    while (true) {
      var row = row(place, ts);
      var note = note(row);
      var gone = new Note(note.seq(), note.version(), true, note.held());
      if (note.deleted() || rows.write(row.holding(gone))) {
        return gone;
      }
    }
  }

  /** Changes of one message are carried over one at a time, and none after a later one. */
  Claim claim(Place place, String ts, String version) {
    var now = clock.instant().getEpochSecond();
    var row = row(place, ts);
    var note = note(row);
    if (note.deleted() || note.version().compareTo(version) > 0) {
      return Claim.OVERTAKEN;
    }
    var held = new Note(note.seq(), version, false, now + HELD.toSeconds());
    return note.held() <= now && rows.write(row.holding(held)) ? Claim.HELD : Claim.BUSY;
  }

  /** The change was carried over, or could not be. */
  void release(Place place, String ts) {
    while (true) {
      var row = row(place, ts);
      var note = note(row);
      if (rows.write(row.holding(new Note(note.seq(), note.version(), note.deleted(), 0)))) {
        return;
      }
    }
  }

  private Row row(Place place, String ts) {
    return rows.read(Links.channel(place), "ts#" + ts);
  }

  private static Note note(Row row) {
    return row.exists() ? row.as(Note.class) : Note.NOTHING;
  }
}
