package parley.tests.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that must not be.
 *
 * @param seqs the positions in the log that it is about
 * @param what in one sentence
 * @param events those that show it, a few
 */
public record Anomaly(
    Kind kind, String room, List<Long> seqs, String what, List<History.Noted> events) {

  /** What can be wrong. */
  public enum Kind {
    /** What was acked does not stand in the log. */
    LOST,
    /** The log has a request twice. */
    STORED_TWICE,
    /** A client shows an entry twice. */
    SHOWN_TWICE,
    /** A client shows an entry after a later one. */
    OUT_OF_ORDER,
    /** A client shows an entry, and not all before it. */
    GAP,
    /** A member's client does not show the log's end, though nothing hinders it. */
    UNHEALED,
    /** The log's numbers have a hole, or do not begin at 1. */
    NOT_DENSE,
    /** An entry's count of messages is wrong. */
    WRONG_COUNT,
    /** An ack names another position than the log, or another count. */
    WRONG_ACK,
    /** The log has what nobody sent. */
    INVENTED,
    /** An entry says something else than its sender sent. */
    ALTERED,
    /** Somebody wrote where they were no member. */
    WRITTEN_PAST_FENCE,
    /** Somebody was sent what came while they were no member. */
    HEARD_PAST_FENCE,
    /** A change of membership was acked, and the log does not have it. */
    UNTOLD,
    /** A message does not stand in the log as its edits, deletions and reactions say. */
    WRONG_IN_PLACE,
    /** A client shows an entry otherwise than the log has it. */
    SHOWN_OTHERWISE,
    /** A sync did not know what was acked before it was asked for. */
    STALE,
    /** A read mark moved back, or was not kept. */
    WRONG_MARK,
    /** An unread count is wrong. */
    WRONG_UNREAD
  }

  @Override
  public String toString() {
    return events.stream()
        .map(event -> "\n    " + event)
        .collect(
            Collectors.joining("", "%s in %s at %s: %s".formatted(kind, room, seqs, what), ""));
  }
}
