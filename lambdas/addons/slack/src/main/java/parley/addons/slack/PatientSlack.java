package parley.addons.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Slack, of which no method is called before the time that Slack named for it, as far as this
 * instance of a function was told. Not for more than one thread.
 */
final class PatientSlack implements Slack {

  private final Slack slack;
  private final Clock clock;
  private final Map<String, Instant> untils = new HashMap<>();

  PatientSlack(Slack slack, Clock clock) {
    this.slack = slack;
    this.clock = clock;
  }

  @Override
  public Answer call(String method, Map<String, String> arguments) {
    var until = untils.getOrDefault(method, Instant.EPOCH);
    var rest = Duration.between(clock.instant(), until);
    if (rest.isPositive()) {
      return new Wait(rest);
    }
    var answer = slack.call(method, arguments);
    if (answer instanceof Wait(var time)) {
      untils.put(method, clock.instant().plus(time));
    }
    return answer;
  }

  @Override
  public void answer(String address, String text, boolean everybody) {
    slack.answer(address, text, everybody);
  }
}
