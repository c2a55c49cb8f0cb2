package parley.addons.dice;

import java.security.SecureRandom;
import java.time.Clock;
import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Request;
import parley.kernel.Settings;
import parley.outside.Batch;

/** Builds this add-on's function from its environment: the one place that reads it. */
public final class DiceWiring {

  /** The variable with the ARN of the alias of {@code messages.PostMessage}. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  /** The variable with how many dice are rolled at once. */
  public static final String MOST = "MOST";

  private DiceWiring() {}

  static Batch roll() {
    var settings = Settings.ofProcess();
    var messages = new LambdaPeer(Aws.lambda(), settings.get(POST_MESSAGE_FUNCTION));
    var roll = new Roll(messages, Integer.parseInt(settings.get(MOST)), new SecureRandom());
    // Before SnapStart's snapshot is taken: a request that is refused, since it says nothing.
    Priming.with(
        () -> messages.ask(Request.inside(Priming.NOBODY, Json.object())), Aws::disconnect);
    return new Batch(Clock.systemUTC(), roll);
  }
}
