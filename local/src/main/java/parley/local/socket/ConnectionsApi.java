package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.CloseMessage;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;

/**
 * The {@code @connections} API: sends to, tells of and closes connections, at {@code
 * /_execute-api/API/STAGE/@connections/ID}.
 */
final class ConnectionsApi {

  private final OpenConnections<Connection> connections;
  private volatile Map<String, SocketApi> apis = Map.of();
  private volatile int largest;

  ConnectionsApi(OpenConnections<Connection> connections) {
    this.connections = connections;
  }

  void know(Map<String, SocketApi> apis, int largest) {
    this.apis = apis;
    this.largest = largest;
  }

  AwsAnswer answer(AwsCall call) {
    var path =
        Arrays.stream(call.path().split("/"))
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
            .toList();
    if (path.size() != 6
        || !path.get(4).equals("@connections")
        || !apis.containsKey(path.get(2))
        || !apis.get(path.get(2)).stages().containsKey(path.get(3))) {
      return AwsAnswer.error(403, "ForbiddenException", "Forbidden");
    }
    var id = path.get(5);
    if (!id.matches("[\\w=-]+")) {
      return AwsAnswer.error(400, "BadRequestException", "Invalid connectionId: " + id);
    }
    var found = connections.find(id);
    if (found.isEmpty() || !found.get().session().api().id().equals(path.get(2))) {
      return gone();
    }
    var connection = found.get();
    return switch (call.method()) {
      case "POST" -> post(connection, call.body());
      case "GET" -> describe(connection);
      case "DELETE" -> {
        connection.close(CloseMessage.NORMAL_CLOSURE, "Connection Closed Normally");
        yield new AwsAnswer(204, Map.of(), new byte[0]);
      }
      default -> AwsAnswer.error(403, "ForbiddenException", "Forbidden");
    };
  }

  private AwsAnswer post(Connection connection, byte[] body) {
    if (body.length > largest) {
      return AwsAnswer.error(413, "PayloadTooLargeException", "Message too long");
    }
    return connection.send(new String(body, UTF_8))
        ? new AwsAnswer(200, Map.of(), new byte[0])
        : gone();
  }

  private static AwsAnswer describe(Connection connection) {
    var session = connection.session();
    var about = Selection.JSON.createObjectNode();
    about.put("connectedAt", session.connectedAt().toString());
    about.put("lastActiveAt", connection.lastActive().toString());
    about
        .putObject("identity")
        .put("sourceIp", session.opening().sourceIp())
        .put("userAgent", session.userAgent());
    return AwsAnswer.json(200, about.toString());
  }

  private static AwsAnswer gone() {
    return AwsAnswer.error(410, "GoneException", "Gone");
  }
}
