package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.kernel.Ids;
import parley.outside.Rows;

/** Codes by which people show that a number is theirs. */
record Codes(Rows rows, Limits limits, Clock clock) {

  /** How long a code may be entered. */
  static final Duration LIFE = Duration.ofMinutes(10);

  static final int MOST_TRIES = 5;

  private static final int MOST_OF_PERSON = 20;
  private static final int MOST_OF_NUMBER = 5;
  private static final Duration DAY = Duration.ofDays(1);
  private static final String CODE = "code";

  /**
   * A code that was sent.
   *
   * @param digest of what was sent
   * @param tries how often something was entered
   */
  record Sent(String number, String digest, int tries) {}

  /** What comes of entering something. */
  sealed interface Outcome {
    /** It is right, and was used up by that. */
    record Right(String number) implements Outcome {}

    /** It is not right. */
    record Wrong(int left) implements Outcome {}

    /** There is no code that could be right. */
    record Gone() implements Outcome {}
  }

  /** Whether another code may be sent to a number; counts it. */
  boolean mayIssue(String user, String number) {
    return limits.take(People.person(user), "codes", MOST_OF_PERSON, DAY).isPresent()
        && limits.take("codes#" + Ids.derived(number), "codes", MOST_OF_NUMBER, DAY).isPresent();
  }

  /** Keeps a code; the one before is worth nothing any more. */
  void keep(String user, String number, String code) {
    Rows.attempt(
        () -> {
          var row = rows.read(People.person(user), CODE);
          var sent = new Sent(number, digest(user, code), 0);
          return rows.write(row.holding(sent).until(clock.instant().plus(LIFE)));
        });
  }

  /** Tries a code. It is counted before it is looked at, so that nobody tries many at once. */
  Outcome enter(String user, String code) {
    var row = rows.read(People.person(user), CODE);
    if (!row.exists() || !clock.instant().isBefore(row.expires())) {
      return new Outcome.Gone();
    }
    var sent = row.as(Sent.class);
    if (sent.tries() >= MOST_TRIES) {
      return new Outcome.Gone();
    }
    var right = sent.digest().equals(digest(user, code));
    var tried = row.holding(new Sent(sent.number(), sent.digest(), sent.tries() + 1));
    var counted = right ? rows.change(List.of(), List.of(row)) : rows.write(tried);
    if (!counted) {
      return enter(user, code);
    }
    return right
        ? new Outcome.Right(sent.number())
        : new Outcome.Wrong(MOST_TRIES - sent.tries() - 1);
  }

  /** The number to which a code was sent that may still be entered. */
  Optional<String> pending(String user) {
    var row = rows.read(People.person(user), CODE);
    return row.exists() && clock.instant().isBefore(row.expires())
        ? Optional.of(row.as(Sent.class).number())
        : Optional.empty();
  }

  private static String digest(String user, String code) {
    return Ids.derived("code", user, code);
  }
}
