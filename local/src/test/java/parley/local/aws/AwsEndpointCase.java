package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import parley.local.FakeAuthority;
import parley.local.iam.Access;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** An endpoint before one service, which remembers what it was asked. */
abstract class AwsEndpointCase {

  static final String DATE = "20260101T000000Z";
  static final String PATH = "/_execute-api/abc/ws/@connections/L0SM9cOFvHcCIhw%3D";

  static final Caller.Function SENDER =
      new Caller.Function(
          "Sender",
          new Principal.RoleSession("arn:aws:iam::000000000000:role/SenderRole", "sender"));

  final FakeAuthority authority = new FakeAuthority();
  final Principals principals = new Principals();
  final List<String> console = new CopyOnWriteArrayList<>();
  final List<AwsCall> calls = new CopyOnWriteArrayList<>();
  final HttpClient http = HttpClient.newHttpClient();
  URI address;
  Names names;
  boolean unmapped;
  Credentials sender;
  final Journal journal = new Journal(Clock.systemUTC());
  AwsEndpoint endpoint;

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
            port,
            principals,
            new AwsApis(List.of(new Recording()), authority.guard(), console::add),
            journal);
    endpoint.start();
  }

  @AfterEach
  void close() {
    endpoint.close();
    http.close();
  }

  int posted(Credentials by) {
    try {
      return post(by.accessKey(), by.secret(), "execute-api", "{}").statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String accessKey, String secret, String service, String body)
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

  final class Recording implements AwsApi {
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
