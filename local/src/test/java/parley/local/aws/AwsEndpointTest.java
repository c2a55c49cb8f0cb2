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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.local.FakeAuthority;
import parley.local.iam.Access;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** Over real HTTP on loopback. */
class AwsEndpointTest {

  private static final String DATE = "20260101T000000Z";
  private static final String PATH = "/_execute-api/abc/ws/@connections/L0SM9cOFvHcCIhw%3D";

  private static final Caller.Function SENDER =
      new Caller.Function(
          "Sender",
          new Principal.RoleSession("arn:aws:iam::000000000000:role/SenderRole", "sender"));

  private final FakeAuthority authority = new FakeAuthority();
  private final Principals principals = new Principals();
  private final List<String> console = new CopyOnWriteArrayList<>();
  private final List<AwsCall> calls = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private URI address;
  private Names names;
  private boolean unmapped;
  private Credentials sender;
  private final Journal journal = new Journal(Clock.systemUTC());
  private AwsEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    address = URI.create("http://localhost:" + port);
    names = new Names("test", "us-east-1", "000000000000", address, address, address);
    sender = principals.issue(names, SENDER);
    endpoint =
        new AwsEndpoint(
            port, principals, List.of(new Recording()), authority.guard(), journal, console::add);
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
              assertThat(call.caller()).isEqualTo(SENDER);
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
  void whatTheRoleDoesNotAllowIsDeniedAndPrinted() throws Exception {
    authority.deny("execute-api:ManageConnections");

    var response = post(sender.accessKey(), sender.secret(), "execute-api", "");

    var message =
        "User: arn:aws:sts::000000000000:assumed-role/SenderRole/sender is not authorized to"
            + " perform: execute-api:ManageConnections on resource: arn:aws:execute-api:a"
            + " because a test denies it";
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("AccessDeniedException");
    assertThat(response.body()).contains(message);
    assertThat(authority.console()).containsExactly("denied: " + message);
    assertThat(calls).isEmpty();
  }

  @Test
  void aCallOfWhichNobodyKnowsWhatItNeedsIsDenied() throws Exception {
    unmapped = true;

    var response = post(sender.accessKey(), sender.secret(), "execute-api", "");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(console)
        .containsExactly(
            "denied: Sender: the twin cannot say which permissions a test's call needs, and so denies it");
    assertThat(calls).isEmpty();
  }

  @Test
  void theAdministratorIsAskedForNothing() throws Exception {
    authority.deny("execute-api:ManageConnections");
    var key = principals.issue(names, new Caller.Administrator("developer"));

    var response = post(key.accessKey(), key.secret(), "execute-api", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(authority.accesses()).isEmpty();
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
    public List<String> operations() {
      return List.of();
    }

    @Override
    public List<Access> accesses(AwsCall call) throws Unmapped {
      if (unmapped) {
        throw new Unmapped("a test's call");
      }
      return List.of(new Access("execute-api:ManageConnections", "arn:aws:execute-api:a"));
    }

    @Override
    public AwsAnswer answer(AwsCall call) {
      calls.add(call);
      return AwsAnswer.json(200, "{}");
    }
  }
}
