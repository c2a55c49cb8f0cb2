package parley.tests.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/**
 * Each of Twilio's routes, asked with everything that is no signature of Twilio's, then with one.
 */
class SmsMatrixTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String QUERY = "?message=" + "a".repeat(22);

  private static final String SIGNATURE = "X-Twilio-Signature";

  private static JsonNode keys;

  @BeforeAll
  static void keys() throws Exception {
    Cast.site();
    try (var secrets = Profile.client(SecretsManagerClient.builder())) {
      var twilio =
          secrets.listSecrets().secretList().stream()
              .filter(secret -> secret.description().startsWith("The account with Twilio"))
              .findFirst()
              .orElseThrow();
      var value = secrets.getSecretValue(get -> get.secretId(twilio.arn())).secretString();
      keys = JSON.readTree(value);
    }
  }

  @TestFactory
  Stream<DynamicContainer> withoutTwiliosSignature() {
    var kinds =
        AccessPage.table("Without Twilio's signature").stream().map(AccessPage.Row::entry).toList();
    return AccessPage.table("From outside parties").stream()
        .filter(row -> row.cell("signed by").equals("Twilio"))
        .map(row -> dynamicContainer(row.entry(), cells(row.entry(), kinds)));
  }

  private static Stream<DynamicTest> cells(String entry, List<String> kinds) {
    var route = entry.substring(entry.indexOf(' ') + 1);
    var path = route.endsWith("status") ? route + QUERY : route;
    var denied =
        kinds.stream()
            .map(
                kind ->
                    dynamicTest(
                        kind, () -> Refusals.assertRefused(denied(path, kind), 401, "not-signed")));
    var control =
        dynamicTest(
            "the same with the good signature",
            () ->
                assertThat(ask(path, form(), Map.of(SIGNATURE, good(path, form()))).status())
                    .isEqualTo(200));
    return Stream.concat(denied, Stream.of(control));
  }

  private static Answer denied(String path, String kind) throws Exception {
    var other = new HashMap<>(form());
    return switch (kind) {
      case "no signature" -> ask(path, form(), Map.of());
      case "an ID token" ->
          ask(path, form(), Map.of("Authorization", "Bearer " + Cast.OWNER.person().token()));
      case "a signature with another token" ->
          ask(path, form(), Map.of(SIGNATURE, signature(path, form(), "another")));
      case "a signature of other fields" -> {
        other.put("Body", "other");
        yield ask(path, other, Map.of(SIGNATURE, good(path, form())));
      }
      case "a signature of another address" ->
          ask(path, form(), Map.of(SIGNATURE, good(path + "x", form())));
      case "a signature of another account" -> {
        other.put("AccountSid", "AC" + "0".repeat(32));
        yield ask(path, other, Map.of(SIGNATURE, good(path, other)));
      }
      default -> throw new IllegalArgumentException("how is " + kind + " made?");
    };
  }

  private static Map<String, String> form() {
    return Map.of("AccountSid", keys.path("accountSid").asText(), "MessageStatus", "sent");
  }

  private static String good(String path, Map<String, String> form) throws Exception {
    return signature(path, form, keys.path("authToken").asText());
  }

  private static String signature(String path, Map<String, String> form, String token)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
    var text = new StringBuilder(Cast.site() + "/api" + path);
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
  }

  private static Answer ask(String path, Map<String, String> form, Map<String, String> headers)
      throws Exception {
    var body =
        form.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(Cast.site() + "/api" + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var text = response.body();
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode());
  }
}
