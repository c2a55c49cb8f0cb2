package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import parley.kernel.Aws;
import parley.kernel.LambdaPeer;
import parley.kernel.Peer;
import parley.kernel.Priming;
import parley.kernel.Settings;
import parley.outside.DynamoRows;
import parley.outside.Rows;
import parley.outside.Secret;
import parley.outside.Web;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What functions are put together from: the one place that reads the environment and builds
 * clients.
 */
final class PartsWiring {

  /** Which Lambda sets. */
  private static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** With a redirect twice as long, which is less than a batch has left after its end. */
  private static final Duration FETCHING = Duration.ofSeconds(10);

  private static final int LARGEST_ANSWER = 1 << 20;

  private final Settings settings = Settings.ofProcess();
  private final Clock clock = Clock.systemUTC();

  Clock clock() {
    return clock;
  }

  String site() {
    return settings.get(SmsWiring.SITE);
  }

  String number() {
    return settings.get(SmsWiring.NUMBER);
  }

  Codes codes(Rows rows) {
    return new Codes(rows, new Limits(rows, clock), clock);
  }

  Company company() {
    return company(names());
  }

  Company company(Names names) {
    return new Company(peer(SmsWiring.FIND_ROOMS_FUNCTION), names);
  }

  Names names() {
    return Names.by(peer(SmsWiring.READ_PROFILE_FUNCTION));
  }

  Keys keys() {
    return new SecretKeys(Secret.of(settings.get(SmsWiring.KEYS)));
  }

  Twilio twilio(Keys keys) {
    var web = new Web(PATIENCE, LARGEST_ANSWER);
    return new WebTwilio(
        (address, headers, body) -> {
          var answer = body == null ? web.get(address, headers) : web.post(address, headers, body);
          return new Http.Answer(answer.status(), answer.body());
        },
        settings.get(SmsWiring.TWILIO_ORIGIN),
        settings.get(SmsWiring.SENDER),
        keys);
  }

  Attachments attachments(Keys keys) {
    var web = new Web(FETCHING, Picture.LARGEST);
    return new WebAttachments(
        (address, headers) -> {
          var answer = web.get(address, headers);
          var location = answer.header("Location").orElse("");
          return new Download.Answer(answer.status(), location, answer.bytes());
        },
        settings.get(SmsWiring.TWILIO_ORIGIN),
        keys);
  }

  Pictures pictures() {
    var s3 = S3Client.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials());
    return new S3Pictures(s3.build(), settings.get(SmsWiring.PICTURES_BUCKET));
  }

  int cap() {
    return Integer.parseInt(settings.get(SmsWiring.DAILY_CAP));
  }

  List<String> prefixes() {
    return Stream.of(settings.get(SmsWiring.COUNTRIES).split(",", -1))
        .map(String::strip)
        .filter(prefix -> !prefix.equals("any"))
        .toList();
  }

  /** Counts one of something. */
  void count(String name) {
    count(name, 1);
  }

  /** Counts so much of something, by a line in the log. */
  void count(String name, double value) {
    System.out.println(Metrics.line(settings.get(FUNCTION_NAME), clock.instant(), name, value));
  }

  Peer peer(String setting) {
    return new LambdaPeer(Aws.lambda(), settings.get(setting));
  }

  Queue queue(String setting) {
    var sqs = SqsClient.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials());
    return new Queue(sqs.build(), settings.get(setting));
  }

  DynamoRows rows() {
    return new DynamoRows(Aws.dynamo(), settings.get(SmsWiring.TEXTING_TABLE));
  }

  static void rehearse(Rows rows) {
    rows.read(Priming.NOBODY, Priming.NOBODY);
  }
}
