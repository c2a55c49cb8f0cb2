package parley.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;

/** SNS's Publish to a topic, in the query protocol's XML. */
public final class SnsApi implements AwsApi {

  /** Source: the SNS API reference, Publish: in bytes. */
  private static final int LARGEST = 262_144;

  private static final String PUBLISHED =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <PublishResult><MessageId>%s</MessageId></PublishResult>
        <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
      </PublishResponse>
      """;

  private static final String ERROR =
      """
      <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
        <RequestId>%s</RequestId>
      </ErrorResponse>
      """;

  private static final List<String> KNOWN =
      List.of("Action", "Version", "TopicArn", "Message", "Subject");

  private final Topics topics;

  /** The API of these topics. */
  public SnsApi(Topics topics) {
    this.topics = topics;
  }

  @Override
  public String signingName() {
    return "sns";
  }

  @Override
  public List<String> operations() {
    return List.of("Publish");
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    var form = form(call);
    if (!form.getOrDefault("Action", "").equals("Publish") || !form.containsKey("TopicArn")) {
      throw new Unmapped("SNS's %s to no topic".formatted(form.get("Action")));
    }
    return List.of(new Access("sns:Publish", form.get("TopicArn")));
  }

  @Override
  public AwsAnswer denied(String message) {
    return error(403, "AuthorizationError", message);
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    var form = form(call);
    var unknown = form.keySet().stream().filter(name -> !KNOWN.contains(name)).sorted().toList();
    if (!form.getOrDefault("Action", "").equals("Publish") || !unknown.isEmpty()) {
      return error(
          400,
          "InvalidAction",
          "of SNS the twin only implements Publish with %s, and got %s"
              .formatted(KNOWN, form.keySet()));
    }
    var message = form.getOrDefault("Message", "");
    if (message.isEmpty() || message.getBytes(UTF_8).length > LARGEST) {
      return error(400, "InvalidParameter", "Invalid parameter: Message");
    }
    var topic = form.getOrDefault("TopicArn", "");
    if (!topics.has(topic)) {
      return error(404, "NotFound", "Topic does not exist");
    }
    topics.publish(topic, form.getOrDefault("Subject", ""), message);
    return xml(200, PUBLISHED.formatted(UUID.randomUUID(), UUID.randomUUID()));
  }

  private static Map<String, String> form(AwsCall call) {
    var form = new HashMap<String, String>();
    Arrays.stream(new String(call.body(), UTF_8).split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
    return form;
  }

  private static AwsAnswer error(int status, String code, String message) {
    var escaped = message.replace("&", "&amp;").replace("<", "&lt;");
    return xml(status, ERROR.formatted(code, escaped, UUID.randomUUID()));
  }

  private static AwsAnswer xml(int status, String body) {
    return new AwsAnswer(status, Map.of("Content-Type", "text/xml"), body.getBytes(UTF_8));
  }
}
