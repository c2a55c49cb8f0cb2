package parley.messages;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.kernel.Refusal;

/**
 * The protocol by which every entry comes into a log: one conditional write is the commit.
 *
 * <pre>
 *   read from the last seq known ──► is one of them this draft? ──yes──► its entry
 *        ▲                                    │ no
 *        │                                    ▼
 *        │                             does the guard hold? ──no──► refused
 *        │                                    │ yes
 *   wait a little ◄──── another won ──── put at the next seq ──► committed
 * </pre>
 *
 * <p>The order is what makes it right. Position n+1 is only tried by a writer who has read n, so
 * the log is dense and its count of messages exact. Whoever writes has seen every entry since the
 * draft's {@code after}, and none was this draft, so it is written once. And the guard is asked
 * after the read and before the write, on every round: what the guard forbids by the time that an
 * entry stands in the log never comes after it.
 */
final class Append {

  /** How many entries a person's client may be behind before it must sync first. */
  static final long MOST_BEHIND = 1_000;

  /** For a draft that is written by the server itself and must succeed, however late. */
  static final long NO_MATTER_HOW_LATE = Long.MAX_VALUE;

  static final int ROUNDS = 12;

  private static final int PAGE = 1_000;

  private final Log log;
  private final Clock clock;
  private final Backoff backoff;
  private final long mostBehind;

  Append(Log log, Clock clock, Backoff backoff, long mostBehind) {
    this.log = log;
    this.clock = clock;
    this.backoff = backoff;
    this.mostBehind = mostBehind;
  }

  /**
   * Appends a draft once, however often it is called with it.
   *
   * @return the draft's entry; the guard's refusal; {@code sync-first} where {@code after} is no
   *     position of the log or too old; {@code busy} where other writers won every round
   */
  Outcome append(Draft draft, Guard guard) {
    var known = draft.after();
    for (var round = 1; ; round++) {
      var news = read(draft, known);
      if (news.mine() != null) {
        return new Outcome.Committed(news.mine());
      }
      var refusal = guard.refusal().or(() -> news.refusal(mostBehind));
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      var entry = draft.following(news.last(), clock.instant());
      var winner = log.add(entry);
      if (winner.isEmpty() || draft.wrote(winner.get())) {
        return new Outcome.Committed(winner.orElse(entry));
      }
      if (round == ROUNDS) {
        return new Outcome.Refused(
            new Refusal(429, "busy", "the room is busy: send the same again in a moment"));
      }
      known = entry.seq() - 1;
      backoff.pause(round);
    }
  }

  /** Reads on from a known position, which is read too: it must be there, and it has the count. */
  private News read(Draft draft, long known) {
    var news = new News(null, null, known, 0);
    for (var from = known; ; from = news.last().seq() + 1) {
      var page = log.read(Range.from(draft.room(), from, PAGE));
      for (var entry : page.entries()) {
        news = news.with(entry, draft);
      }
      if (!page.more() || news.last() == null || news.mine() != null || news.count() > mostBehind) {
        return news;
      }
    }
  }

  /**
   * What was read.
   *
   * @param mine the draft's own entry, if an earlier try wrote it
   * @param last the last entry read
   * @param known where reading began
   * @param count how many entries stand after it
   */
  private record News(@Nullable Entry mine, @Nullable Entry last, long known, long count) {

    News with(Entry entry, Draft draft) {
      var beyond = entry.seq() > known;
      return new News(
          mine == null && beyond && draft.wrote(entry) ? entry : mine,
          entry,
          known,
          beyond ? count + 1 : count);
    }

    Optional<Refusal> refusal(long mostBehind) {
      if (known > 0 && last == null) {
        return syncFirst("after is %d, which is beyond the room's last seq".formatted(known));
      }
      return count > mostBehind
          ? syncFirst("after is %d, more than %d entries behind".formatted(known, mostBehind))
          : Optional.empty();
    }

    private static Optional<Refusal> syncFirst(String what) {
      return Optional.of(Refusal.conflict("sync-first", what + ": sync the room, then send"));
    }
  }
}
