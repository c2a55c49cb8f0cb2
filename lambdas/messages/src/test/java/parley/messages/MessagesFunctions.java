package parley.messages;

import java.time.Clock;
import java.util.Map;
import parley.kernel.Endpoint;
import parley.kernel.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The service's functions in this JVM, wired as they are deployed, over a client of one's own. */
public final class MessagesFunctions {

  private MessagesFunctions() {}

  /** Each function by its name. */
  public static Map<String, Endpoint> of(
      Map<String, String> variables, DynamoDbClient dynamo, Clock clock) {
    var wiring = new MessagesWiring(new Settings(variables), dynamo, clock);
    return Map.of(
        "SendMessage", wiring.sendMessage(),
        "EditMessage", wiring.editMessage(),
        "DeleteMessage", wiring.deleteMessage(),
        "React", wiring.react(),
        "ReadHistory", wiring.readHistory(),
        "Sync", wiring.sync(),
        "ChangeMembership", wiring.changeMembership());
  }
}
