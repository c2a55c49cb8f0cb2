package parley.rooms;

import java.util.Map;
import parley.kernel.Endpoint;
import parley.kernel.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The service's functions in this JVM, wired as they are deployed, over clients of one's own. */
public final class RoomsFunctions {

  private RoomsFunctions() {}

  /** Each function by its name. */
  public static Map<String, Endpoint> of(
      Map<String, String> variables, DynamoDbClient dynamo, LambdaClient lambda) {
    var wiring = new RoomsWiring(new Settings(variables), dynamo, lambda);
    return Map.of(
        "CreateRoom", wiring.createRoom(),
        "ListRooms", wiring.listRooms(),
        "Join", wiring.join(),
        "Leave", wiring.leave(),
        "AddMember", wiring.addMember(),
        "RemoveMember", wiring.removeMember(),
        "MarkRead", wiring.markRead(),
        "FindMembership", wiring.findMembership());
  }
}
