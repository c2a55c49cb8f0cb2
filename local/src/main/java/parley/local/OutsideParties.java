package parley.local;

import java.util.List;
import parley.local.outside.Party;
import parley.local.outside.receiver.Receiver;
import parley.local.outside.slack.Slack;
import parley.local.outside.twilio.Twilio;

/** Whom a stack may talk to outside: the one place that knows all stand-ins. */
final class OutsideParties {

  private OutsideParties() {}

  /** Each of them, not started. */
  static List<Party> all() {
    return List.of(new Receiver(), new Slack(), new Twilio());
  }
}
