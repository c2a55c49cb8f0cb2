package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Access;

/** What functions do to connections. */
final class ConnectionsApiTest extends SocketCase {

  @Test
  void aFunctionPostsToAConnection() throws Exception {
    var listener = open("ws?ticket=t");

    var answer = post(connection(), "{\"type\":\"entries\",\"text\":\"ä👍\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(listener.next()).isEqualTo("{\"type\":\"entries\",\"text\":\"ä👍\"}");
  }

  @Test
  void aPostOfMoreThanAFrameArrives() throws Exception {
    var listener = open("ws?ticket=t");
    var large = "x".repeat(128 * 1024);

    assertThat(post(connection(), large).status()).isEqualTo(200);
    assertThat(listener.next()).isEqualTo(large);
  }

  @Test
  void aPostOfMoreThanAMessageIsTooLarge() throws Exception {
    open("ws?ticket=t");

    var answer = post(connection(), "x".repeat(128 * 1024 + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "PayloadTooLargeException");
  }

  @Test
  void aConnectionThatIsGoneIsGone() throws Exception {
    var listener = open("ws?ticket=t");
    var id = connection();
    listener.socket.sendClose(1000, "").join();
    functions.seen("disconnect").poll(5, TimeUnit.SECONDS);

    assertThat(post(id, "{}").status()).isEqualTo(410);
    assertThat(post("L0SM9cOFvHcCIAM=", "{}").headers())
        .containsEntry("x-amzn-ErrorType", "GoneException");
    assertThat(post("not an id", "{}").status()).isEqualTo(400);
  }

  @Test
  void aConnectionIsDescribed() throws Exception {
    open("ws?ticket=t");
    var id = connection();
    assertThat(call("GET", id, "").status()).isEqualTo(200);
    clock.turn(Duration.ofMinutes(1));

    var about = JSON.readTree(call("GET", id, "").body());

    assertThat(about.path("connectedAt").asText()).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(about.path("lastActiveAt").asText()).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(about.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void aFunctionClosesAConnection() throws Exception {
    var listener = open("ws?ticket=t");
    var id = connection();

    assertThat(call("DELETE", id, "").status()).isEqualTo(204);
    assertThat(listener.closeCode()).isEqualTo(1000);
    assertThat(post(id, "{}").status()).isEqualTo(410);
  }

  @Test
  void aCallIsAllowedOnItsStageVerbAndConnection() throws Exception {
    var call =
        new AwsCall(
            new Caller.Administrator("test"),
            "execute-api",
            "DELETE",
            "/_execute-api/%s/ws/@connections/L0SM9cOFvHcCIAM%%3D".formatted(apiId),
            "",
            Map.of(),
            new byte[0]);

    assertThat(apis.accesses(call))
        .containsExactly(
            new Access(
                "execute-api:ManageConnections",
                names.arn("execute-api", apiId + "/ws/DELETE/@connections/L0SM9cOFvHcCIAM=")));
  }
}
