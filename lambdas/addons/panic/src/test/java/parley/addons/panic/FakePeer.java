package parley.addons.panic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/** Remembers what it was asked, and answers as a test wants. */
final class FakePeer implements Peer {

  private final List<ObjectNode> asked = new ArrayList<>();
  private Function<ObjectNode, Reply> answer = body -> Reply.created(Json.object().put("seq", 1));

  void answers(Function<ObjectNode, Reply> given) {
    answer = given;
  }

  List<ObjectNode> asked() {
    return asked;
  }

  @Override
  public Reply ask(Request request) {
    asked.add(request.body());
    return answer.apply(request.body());
  }
}
