package parley.tests.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.tests.twin.Answer;
import parley.tests.twin.Profile;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Each of Slack's routes, asked with everything that is no signature of Slack's, then with one. */
class SlackMatrixTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String BODY = "{\"type\":\"url_verification\",\"challenge\":\"c\"}";
  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final String SIGNATURE = "X-Slack-Signature";

  private static JsonNode keys;

  @BeforeAll
  static void keys() throws Exception {
    Cast.site();
    try (var secrets = Profile.client(SecretsManagerClient.builder())) {
      var slack =
          secrets.listSecrets().secretList().stream()
              .filter(secret -> secret.description().startsWith("Slack's keys"))
              .findFirst()
              .orElseThrow();
      var value = secrets.getSecretValue(get -> get.secretId(slack.arn())).secretString();
      keys = JSON.readTree(value);
    }
  }

  @TestFactory
  Stream<DynamicContainer> withoutSlacksSignature() {
    var kinds = AccessPage.table("Without Slack's signature").stream().map(AccessPage.Row::entry);
    var all = kinds.toList();
    return AccessPage.table("From outside parties").stream()
        .filter(row -> row.cell("signed by").equals("Slack"))
        .map(row -> dynamicContainer(row.entry(), cells(row.entry(), all)));
  }

  private static Stream<DynamicTest> cells(String entry, List<String> kinds) {
    var denied =
        kinds.stream()
            .map(
                kind ->
                    dynamicTest(
                        kind,
                        () ->
                            Refusals.assertRefused(ask(entry, headers(kind)), 401, "not-signed")));
    var control =
        dynamicTest(
            "the same with the good signature",
            () -> assertThat(ask(entry, good()).status()).isEqualTo(200));
    return Stream.concat(denied, Stream.of(control));
  }

  private static Map<String, String> headers(String kind) throws Exception {
    var now = Instant.now().getEpochSecond();
    return switch (kind) {
      case "no signature" -> Map.of();
      case "an ID token" -> Map.of("Authorization", "Bearer " + Cast.OWNER.person().token());
      case "a signature with another secret" -> signed("another", now, BODY);
      case "a signature with the app's token" -> signed(key("botToken"), now, BODY);
      case "a signature of another body" -> signed(key("signingSecret"), now, BODY + " ");
      case "a signature of six minutes ago" -> signed(key("signingSecret"), now - 360, BODY);
      case "a signature of in six minutes" -> signed(key("signingSecret"), now + 360, BODY);
      case "a signature of another time" -> {
        var headers = new HashMap<>(good());
        headers.put(TIMESTAMP, Long.toString(now - 60));
        yield headers;
      }
      case "a signature of another version" -> {
        var headers = new HashMap<>(good());
        headers.computeIfPresent(SIGNATURE, (_, made) -> made.replace("v0=", "v1="));
        yield headers;
      }
      default -> throw new IllegalArgumentException("how is " + kind + " made?");
    };
  }

  private static Map<String, String> good() throws Exception {
    return signed(key("signingSecret"), Instant.now().getEpochSecond(), BODY);
  }

  private static String key(String name) {
    return keys.path(name).asText();
  }

  private static Map<String, String> signed(String secret, long second, String body)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    var made = mac.doFinal("v0:%d:%s".formatted(second, body).getBytes(UTF_8));
    return Map.of(
        TIMESTAMP, Long.toString(second), SIGNATURE, "v0=" + HexFormat.of().formatHex(made));
  }

  private static Answer ask(String entry, Map<String, String> headers) throws Exception {
    var path = entry.substring(entry.indexOf(' ') + 1);
    var request =
        HttpRequest.newBuilder(URI.create(Cast.site() + "/api" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY));
    headers.forEach(request::header);
    var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var body = response.body();
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode());
  }
}
