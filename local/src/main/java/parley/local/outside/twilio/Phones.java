package parley.local.outside.twilio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The phones out there: what they got, and which of them want no more. Safe for many threads. */
final class Phones {

  private static final int MOST = 1_000;
  private static final Set<String> STOP =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");
  private static final Set<String> START = Set.of("start", "yes", "unstop");

  private final Deque<Sms> got = new ArrayDeque<>();
  private final Set<String> stopped = new HashSet<>();
  private final Set<String> priced = new HashSet<>();

  /** Somebody writes: Twilio reads along. */
  synchronized void wrote(String number, String text) {
    var word = text.strip().toLowerCase(Locale.ROOT);
    if (STOP.contains(word)) {
      stopped.add(number);
    } else if (START.contains(word)) {
      stopped.remove(number);
    }
  }

  synchronized boolean wantsNone(String number) {
    return stopped.contains(number);
  }

  synchronized void add(Sms sms) {
    got.addLast(sms);
    if (got.size() > MOST) {
      got.removeFirst();
    }
  }

  /** What a number got, the oldest first; all that went out for "". */
  synchronized List<Sms> of(String number) {
    return got.stream().filter(sms -> number.isEmpty() || sms.to().equals(number)).toList();
  }

  /** Whether the price of one was asked for. */
  synchronized boolean isPriced(Sms sms) {
    return priced.contains(sms.sid());
  }

  /** One whose price is asked for. */
  synchronized Optional<Sms> price(String sid) {
    priced.add(sid);
    return got.stream().filter(sms -> sms.sid().equals(sid)).findFirst();
  }
}
