package parley.addons.sms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Twilio, which takes everything unless a test says otherwise. */
final class FakeTwilio implements Twilio {

  /** What was sent, as {@code number text}. */
  final List<String> sent = new ArrayList<>();

  /** Where to tell what became of each. */
  final List<String> callbacks = new ArrayList<>();

  /** What comes of the next ones, in their order. */
  final Deque<Outcome> next = new ArrayDeque<>();

  Optional<Bill> bill = Optional.of(new Bill(2, Optional.of(0.0158), "USD"));

  @Override
  public Outcome send(String to, String text, String callback) {
    sent.add(to + " " + text);
    callbacks.add(callback);
    return next.isEmpty() ? new Outcome.Taken("SM" + sent.size()) : next.removeFirst();
  }

  @Override
  public Optional<Bill> bill(String sid) {
    return bill;
  }
}
