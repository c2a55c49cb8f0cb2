package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import parley.local.RawRequest;
import parley.local.journal.Request;
import parley.local.journal.Request.Kind;

/** Over real HTTP on loopback. */
class AwsEndpointTest extends AwsEndpointCase {

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
  void aCallToAnotherHostsNameIsRefusedBeforeItIsRead() throws IOException {
    assertThat(RawRequest.status(address.getPort(), "elsewhere.example")).isEqualTo(421);
    assertThat(RawRequest.status(address.getPort(), address.getAuthority())).isEqualTo(403);
  }

  @Test
  void aClientThatAsksWhetherToSendItsBodyIsAnswered() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              "PUT /bucket/key HTTP/1.1\r\nHost: %s\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
                  .formatted(address.getAuthority())
                  .getBytes(UTF_8));

      var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(line.readLine()).isEqualTo("HTTP/1.1 100 Continue");
    }
  }

  @Test
  void aServiceThatIsNotThereIsToldOnTheConsole() throws Exception {
    var response = post(sender.accessKey(), sender.secret(), "secretsmanager", "");

    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(console)
        .containsExactly("Sender called secretsmanager, which the twin does not implement");
  }

  @Test
  void aCallIsNotedUnderTheInvocationThatMadeIt() {
    var environment = principals.issue(names, SENDER, () -> "i-1");

    var answer =
        journal.request(
            Kind.STREAM,
            "a batch",
            () ->
                journal.invocation(
                    "i-1",
                    "Sender",
                    new byte[0],
                    () -> posted(environment),
                    sent -> new byte[0],
                    sent -> false),
            status -> "done");

    assertThat(answer).isEqualTo(200);
    assertThat(journal.newest()).singleElement().extracting(Request::calls).isEqualTo(1);
  }

  @Test
  void aKeyThatWasRevokedIsOfNobody() throws Exception {
    var environment = principals.issue(names, SENDER, () -> "");
    principals.revoke(environment);

    assertThat(posted(environment)).isEqualTo(403);
    assertThat(posted(sender)).isEqualTo(200);
  }
}
