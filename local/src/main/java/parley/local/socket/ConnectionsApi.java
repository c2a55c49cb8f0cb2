package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.CloseMessage;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

/**
 * The {@code @connections} API: sends to, tells of and closes connections, at {@code
 * /_execute-api/API/STAGE/@connections/ID}.
 */
final class ConnectionsApi {

  private final OpenConnections<Connection> connections;
  private final Names names;
  private volatile Map<String, SocketApi> apis = Map.of();
  private volatile int largest;

  ConnectionsApi(OpenConnections<Connection> connections, Names names) {
    this.connections = connections;
    this.names = names;
  }

  void know(Map<String, SocketApi> apis, int largest) {
    this.apis = apis;
    this.largest = largest;
  }

  List<Access> accesses(AwsCall call) throws Unmapped {
    var path = segments(call);
    if (!isConnection(path)) {
      throw new Unmapped("%s %s".formatted(call.method(), call.path()));
    }
    var resource =
        "%s/%s/%s/@connections/%s".formatted(path.get(2), path.get(3), call.method(), path.get(5));
    return List.of(new Access("execute-api:ManageConnections", names.arn("execute-api", resource)));
  }

  AwsAnswer answer(AwsCall call) {
    var path = segments(call);
    if (!isConnection(path)
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

  private static List<String> segments(AwsCall call) {
    return Arrays.stream(call.path().split("/"))
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
        .toList();
  }

  private static boolean isConnection(List<String> path) {
    return path.size() == 6 && path.get(4).equals("@connections");
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
