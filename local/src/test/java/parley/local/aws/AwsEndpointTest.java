package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.local.template.Names;

/** Over real HTTP on loopback. */
class AwsEndpointTest {

  private static final String DATE = "20260101T000000Z";
  private static final String PATH = "/_execute-api/abc/ws/@connections/L0SM9cOFvHcCIhw%3D";

  private final Principals principals = new Principals();
  private final List<String> console = new CopyOnWriteArrayList<>();
  private final List<AwsCall> calls = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private URI address;
  private Credentials sender;
  private AwsEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    address = URI.create("http://localhost:" + port);
    var names = new Names("test", "us-east-1", "000000000000", address, address, address);
    sender = principals.issue(names, "Sender");
    endpoint = new AwsEndpoint(port, principals, List.of(new Recording()), console::add);
    endpoint.start();
  }

  @AfterEach
  void close() {
    endpoint.close();
    http.close();
  }

  @Test
  void aSignedCallArrivesWithItsCaller() throws Exception {
    var response = post(sender.accessKey(), sender.secret(), "execute-api", "{\"a\":1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.caller()).isEqualTo("Sender");
              assertThat(call.path()).isEqualTo(PATH);
              assertThat(call.query()).isEqualTo("q=1");
              assertThat(call.body()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
            });
  }

  @Test
  void aKeyOfNobodyIsRefused() throws Exception {
    var response = post("ASIAUNKNOWN", sender.secret(), "execute-api", "");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("x-amzn-ErrorType"))
        .contains("UnrecognizedClientException");
    assertThat(calls).isEmpty();
  }

  @Test
  void aSecretThatIsNotTheKeysIsRefused() throws Exception {
    var response = post(sender.accessKey(), "guessed", "execute-api", "");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("x-amzn-ErrorType"))
        .contains("InvalidSignatureException");
    assertThat(calls).isEmpty();
  }

  @Test
  void anUnsignedCallIsRefused() throws Exception {
    var response =
        http.send(
            HttpRequest.newBuilder(address.resolve(PATH)).GET().build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void aServiceThatIsNotThereIsToldOnTheConsole() throws Exception {
    var response = post(sender.accessKey(), sender.secret(), "secretsmanager", "");

    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(console)
        .containsExactly("Sender called secretsmanager, which the twin does not implement");
  }

  private HttpResponse<String> post(String accessKey, String secret, String service, String body)
      throws Exception {
    var blank =
        new Signature(
            accessKey,
            DATE.substring(0, 8),
            "us-east-1",
            service,
            List.of("host", "x-amz-date"),
            "");
    var value =
        new Signer()
            .sign(
                blank,
                secret,
                "POST",
                PATH,
                "q=1",
                Map.of("host", address.getAuthority(), "x-amz-date", DATE),
                body.getBytes(UTF_8));
    return http.send(
        HttpRequest.newBuilder(URI.create(address + PATH + "?q=1"))
            .header("X-Amz-Date", DATE)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=host;x-amz-date, Signature=%s"
                    .formatted(accessKey, blank.scope(), value))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private final class Recording implements AwsApi {
    @Override
    public String signingName() {
      return "execute-api";
    }

    @Override
    public AwsAnswer answer(AwsCall call) {
      calls.add(call);
      return AwsAnswer.json(200, "{}");
    }
  }
}
