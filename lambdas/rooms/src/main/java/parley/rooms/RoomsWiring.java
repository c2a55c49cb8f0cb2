package parley.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Peer;
import parley.kernel.Request;
import parley.kernel.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Puts the functions together: the one place that reads the environment and builds clients. */
public final class RoomsWiring {

  /** Names the table of rooms. */
  public static final String ROOMS_TABLE = "ROOMS_TABLE";

  /** Names the table of memberships. */
  public static final String MEMBERS_TABLE = "MEMBERS_TABLE";

  /** Names the function that puts changes of membership into a room's log. */
  public static final String CHANGE_MEMBERSHIP_FUNCTION = "CHANGE_MEMBERSHIP_FUNCTION";

  /** Names the function that ends subscriptions. */
  public static final String REVOKE_FUNCTION = "REVOKE_FUNCTION";

  /** Names the function that knows who there is. */
  public static final String READ_PROFILE_FUNCTION = "READ_PROFILE_FUNCTION";

  /** The index of the table of rooms: the public ones by their names. Holds all attributes. */
  public static final String PUBLIC = DynamoRooms.PUBLIC;

  /** The index of the table of memberships by user. Holds all attributes. */
  public static final String BY_USER = ActiveMembers.BY_USER;

  /** No room has this id, and no user: those of rooms have 22 characters, of users 36. */
  private static final String NONE = "priming";

  private final Settings settings;
  private final DynamoRooms rooms;
  private final DynamoMembers members;
  private final Access access;
  private final Ids ids = Ids.random();
  private final LambdaClient lambda;

  RoomsWiring(Settings settings, DynamoDbClient dynamo, LambdaClient lambda) {
    this.settings = settings;
    this.lambda = lambda;
    var roomsTable = settings.get(ROOMS_TABLE);
    var membersTable = settings.get(MEMBERS_TABLE);
    rooms = new DynamoRooms(dynamo, roomsTable, membersTable);
    members = new DynamoMembers(dynamo, membersTable, roomsTable);
    access = new Access(rooms, members);
  }

  static RoomsWiring ofProcess() {
    return new RoomsWiring(Settings.ofProcess(), Aws.dynamo(), Aws.lambda());
  }

  Endpoint createRoom() {
    var people = new People(peer(READ_PROFILE_FUNCTION));
    var peers = peers();
    return Endpoint.primed(
        new CreateRoom(access, new Roster(members, peers), people, ids),
        Json.object(),
        () -> {
          rehearse(peers);
          people.exist(NONE, NONE);
          access.view(NONE, NONE);
        });
  }

  Endpoint listRooms() {
    return Endpoint.primed(
        new ListRooms(rooms, members),
        Json.object().put("scope", "mine"),
        () -> {
          rooms.listed("", 1);
          rooms.find(List.of(NONE));
          members.find(NONE, List.of(NONE));
        });
  }

  Endpoint readRoom() {
    return Endpoint.primed(new ReadRoom(access, members), room(), () -> members.of(NONE, 1));
  }

  Endpoint updateRoom() {
    return Endpoint.primed(new UpdateRoom(access, rooms), room().put("topic", ""), () -> {});
  }

  Endpoint join() {
    var peers = peers();
    return Endpoint.primed(
        new Join(access, new Roster(members, peers), ids), room(), () -> rehearse(peers));
  }

  Endpoint leave() {
    var peers = peers();
    return Endpoint.primed(leave(peers), room(), () -> rehearse(peers));
  }

  Endpoint addMember() {
    var people = new People(peer(READ_PROFILE_FUNCTION));
    var peers = peers();
    return Endpoint.primed(
        new AddMember(access, new Roster(members, peers), people, ids),
        room().put("user", NONE).put("role", "member"),
        () -> {
          rehearse(peers);
          people.exist(NONE, NONE);
        });
  }

  Endpoint removeMember() {
    var peers = peers();
    return Endpoint.primed(
        new RemoveMember(
            access, new Roster(members, peers), new Departure(members, ids), leave(peers)),
        room().put("user", "somebody"),
        () -> rehearse(peers));
  }

  /** Its update finds no membership to change. */
  Endpoint markRead() {
    return Endpoint.primed(
        new MarkRead(members), room().put("seq", 0).put("messages", 0), () -> {});
  }

  Endpoint findMembership() {
    var body = Json.object().put("user", NONE).put("rooms", NONE);
    return Endpoint.primed(new FindMembership(members), body, () -> {});
  }

  Endpoint describeRoom() {
    return Endpoint.primed(
        new DescribeRoom(rooms, members),
        room(),
        () -> {
          members.find(NONE, NONE);
          members.of(NONE, 1);
        });
  }

  Endpoint findRooms() {
    var body = Json.object().put("user", NONE);
    return Endpoint.primed(
        new FindRooms(rooms, members),
        body,
        () -> {
          rooms.find(List.of(NONE));
          members.find(NONE, List.of(NONE));
        });
  }

  private Leave leave(Peers peers) {
    return new Leave(access, new Roster(members, peers), new Departure(members, ids));
  }

  private Peers peers() {
    return new Peers(peer(CHANGE_MEMBERSHIP_FUNCTION), peer(REVOKE_FUNCTION));
  }

  private Peer peer(String setting) {
    return new LambdaPeer(lambda, settings.get(setting));
  }

  /** Connects to the peers with requests that they refuse, since they say nothing. */
  private static void rehearse(Peers peers) {
    peers.messages().ask(Request.inside(NONE, Json.object()));
    peers.connections().ask(Request.inside(NONE, Json.object()));
  }

  private static ObjectNode room() {
    return Json.object().put("room", NONE);
  }
}
