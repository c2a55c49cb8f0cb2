package parley.addons.triggers.digests;

import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Priming;
import parley.kernel.Reply;
import parley.kernel.Settings;

/** Builds the digests' function from its environment: the one place that reads it. */
public final class DigestsWiring {

  /** The variable with the ARN of the alias of {@code messages.CountMessages}. */
  public static final String COUNT_MESSAGES_FUNCTION = "COUNT_MESSAGES_FUNCTION";

  /** The variable with the ARN of the alias of {@code messages.PostMessage}. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  private static final String BATCH =
      """
      {"Records": [{"messageId": "priming", "body":
        "{\\"room\\": \\"priming\\", \\"zone\\": \\"UTC\\", \\"time\\": \\"1970-01-01T00:00:00Z\\"}"}]}""";

  private DigestsWiring() {}

  static WriteDigest write() {
    var settings = Settings.ofProcess();
    var lambda = Aws.lambda();
    Priming.with(DigestsWiring::rehearse, Aws::disconnect);
    return new WriteDigest(
        new LambdaPeer(lambda, settings.get(COUNT_MESSAGES_FUNCTION)),
        new LambdaPeer(lambda, settings.get(POST_MESSAGE_FUNCTION)));
  }

  /** All but the calls: a digest cannot be written without a trace. */
  private static void rehearse() {
    new WriteDigest(
            _ -> Reply.ok(Json.object().put("messages", 1)), _ -> Reply.created(Json.object()))
        .write(Json.read(BATCH));
  }
}
