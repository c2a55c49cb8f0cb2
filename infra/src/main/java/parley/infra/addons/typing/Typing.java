package parley.infra.addons.typing;

import parley.addons.typing.ShowTypingHandler;
import parley.addons.typing.TypingWiring;
import parley.infra.addons.Services;
import parley.infra.platform.Functions;
import software.constructs.Construct;

/** Who is typing in a room: a frame of the socket, shown to those who hear the room. */
final class Typing extends Construct {

  Typing(Construct scope, String id, TypingSettings settings, Services services) {
    super(scope, id);
    var showTyping =
        new Functions(this, "addons/typing", services.on())
            .answering(ShowTypingHandler.class)
            .with(TypingWiring.LARGEST_ROOM, Integer.toString(settings.largestRoom()));
    services.on().socket().action("typing", showTyping, "room");
    services.connections().grantBroadcast(showTyping, TypingWiring.BROADCAST_FUNCTION);
  }
}
