package parley.addons.typing;

import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Settings;

/** Builds this add-on's function from its environment: the one place that reads it. */
public final class TypingWiring {

  /** The variable with the ARN of the alias of {@code connections.Broadcast}. */
  public static final String BROADCAST_FUNCTION = "BROADCAST_FUNCTION";

  /** The variable with how many sockets may hear a room in which it is shown. */
  public static final String LARGEST_ROOM = "LARGEST_ROOM";

  private TypingWiring() {}

  static Endpoint showTyping() {
    var settings = Settings.ofProcess();
    var showTyping =
        new ShowTyping(
            new LambdaPeer(Aws.lambda(), settings.get(BROADCAST_FUNCTION)),
            Integer.parseInt(settings.get(LARGEST_ROOM)));
    return Endpoint.primed(showTyping, Json.object().put("room", Priming.NOBODY), () -> {});
  }
}
