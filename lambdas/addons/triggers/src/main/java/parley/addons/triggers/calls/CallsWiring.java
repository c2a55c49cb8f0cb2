package parley.addons.triggers.calls;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Reply;
import parley.kernel.Settings;

/** Builds the function that tells of calls from its environment: the one place that reads it. */
public final class CallsWiring {

  /** The variable with how many rooms there are. */
  public static final String ROOMS = "ROOMS";

  /** The variable with the ARN of the alias of {@code messages.PostMessage}. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  private static final String BATCH =
      """
      {"Records": [{"messageId": "priming", "eventSourceARN": "priming", "body":
        "{\\"detail\\": {\\"eventID\\": \\"priming\\", \\"eventName\\": \\"Priming\\"}}"}]}""";

  private CallsWiring() {}

  /** The variable with a room's id, by its place from 0. */
  public static String room(int place) {
    return "ROOM_%d".formatted(place);
  }

  /** The variable with the name of a room's queue. */
  public static String queue(int place) {
    return "ROOM_%d_QUEUE".formatted(place);
  }

  static TellCalls tell() {
    var settings = Settings.ofProcess();
    var post = new LambdaPeer(Aws.lambda(), settings.get(POST_MESSAGE_FUNCTION));
    Priming.with(CallsWiring::rehearse, Aws::disconnect);
    return new TellCalls(rooms(settings), post);
  }

  private static Map<String, String> rooms(Settings settings) {
    return IntStream.range(0, Integer.parseInt(settings.get(ROOMS)))
        .boxed()
        .collect(Collectors.toMap(i -> settings.get(queue(i)), i -> settings.get(room(i))));
  }

  /** All but the call: a room cannot be told of nothing. */
  private static void rehearse() {
    new TellCalls(Map.of(Priming.NOBODY, Priming.NOBODY), _ -> Reply.created(Json.object()))
        .tell(Json.read(BATCH));
  }
}
