package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Comparator;
import java.util.List;
import parley.local.socket.OpenSocket;

/** The open connections as the page reads them. */
final class SocketViews {

  private SocketViews() {}

  static ArrayNode all(List<OpenSocket> sockets) {
    var list = Reply.JSON.createArrayNode();
    sockets.stream()
        .sorted(Comparator.comparing(OpenSocket::connectedAt).reversed())
        .forEach(
            socket -> {
              var json =
                  list.addObject()
                      .put("id", socket.id())
                      .put("api", socket.api())
                      .put("stage", socket.stage())
                      .put("connectedAt", socket.connectedAt().toEpochMilli())
                      .put("lastActive", socket.lastActive().toEpochMilli())
                      .put("sourceIp", socket.sourceIp())
                      .put("userAgent", socket.userAgent());
              json.set("authorizer", Reply.JSON.valueToTree(socket.authorizer()));
            });
    return list;
  }
}
