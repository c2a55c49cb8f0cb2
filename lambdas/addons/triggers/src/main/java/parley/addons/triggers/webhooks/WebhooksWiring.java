package parley.addons.triggers.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.Settings;
import parley.outside.Secret;
import parley.outside.Web;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the webhooks' function from its environment: the one place that reads it. */
public final class WebhooksWiring {

  /** The variable with how many webhooks there are. */
  public static final String COUNT = "WEBHOOKS";

  /** The variable with the ARN of the secret with all receivers' keys. */
  public static final String SECRET = "WEBHOOKS_SECRET";

  /** A receiver has so long for its answer, in a function that works for a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Of the answer only the status is read. */
  private static final int LARGEST_ANSWER = 1 << 20;

  private static final String BATCH =
      """
      {"Records": [{"messageId": "priming", "eventSourceARN": "arn:priming", "body":
        "{\\"detail-type\\": \\"priming\\", \\"detail\\": {\\"room\\": \\"priming\\", \\"seq\\": 1}}"}]}""";

  private WebhooksWiring() {}

  /** The variable with a webhook's name, by its place from 0. */
  public static String name(int place) {
    return "WEBHOOK_%d_NAME".formatted(place);
  }

  /** The variable with a webhook's address. */
  public static String url(int place) {
    return "WEBHOOK_%d_ORIGIN".formatted(place);
  }

  /** The variable with the URL of a webhook's queue. */
  public static String queue(int place) {
    return "WEBHOOK_%d_QUEUE".formatted(place);
  }

  static Deliver deliver() {
    var settings = Settings.ofProcess();
    var secret = Secret.of(settings.get(SECRET));
    var web = new Web(PATIENCE, LARGEST_ANSWER);
    var sqs =
        SqsClient.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials()).build();
    Priming.with(WebhooksWiring::rehearse, Aws::disconnect);
    return new Deliver(
        webhooks(settings),
        secret::get,
        (url, headers, body) -> {
          Internet.check(url);
          return web.post(url, headers, body).status();
        },
        (of, receipt, time) ->
            sqs.changeMessageVisibility(
                hide ->
                    hide.queueUrl(of.queue().toString())
                        .receiptHandle(receipt)
                        .visibilityTimeout((int) time.toSeconds())),
        Clock.systemUTC());
  }

  private static List<Webhook> webhooks(Settings settings) {
    return IntStream.range(0, Integer.parseInt(settings.get(COUNT)))
        .mapToObj(
            place ->
                new Webhook(
                    settings.get(name(place)),
                    URI.create(settings.get(url(place))),
                    URI.create(settings.get(queue(place)))))
        .toList();
  }

  /** All but the calls: nobody can be told of nothing. */
  private static void rehearse() {
    var nobody = URI.create("https://priming/priming");
    var key = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    new Deliver(
            List.of(new Webhook(Priming.NOBODY, nobody, nobody)),
            _ -> Optional.of(key),
            (_, _, _) -> 204,
            (_, _, _) -> {},
            Clock.systemUTC())
        .deliver(Json.read(BATCH));
  }
}
