package parley.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import parley.kernel.Caller;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;
import parley.kernel.Violation;

/** The service over fakes, as its callers see it. Users u1 to u9 have profiles. */
final class RoomsFixture {

  static final String CLIENT_ID = "00000000-0000-4000-8000-000000000001";
  private static final Set<String> KNOWN =
      Set.of("u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9");

  final Steps steps = new Steps();
  final FakeRooms rooms = new FakeRooms(steps);
  final FakeMembers members = rooms.members;
  final FakeLog log = new FakeLog(steps);
  private int lastId;
  private final Ids ids = () -> "change-" + ++lastId;
  private final Access access = new Access(rooms, members);
  private final Roster roster = new Roster(members, new Peers(log, this::revoke));
  private final Departure departure = new Departure(members, ids);
  private final People people = new People(this::profiles);
  final UseCase create = new CreateRoom(access, roster, people, ids);
  final UseCase list = new ListRooms(rooms, members);
  final UseCase read = new ReadRoom(access, members);
  final UseCase update = new UpdateRoom(access, rooms);
  final UseCase join = new Join(access, roster, ids);
  final Leave leave = new Leave(access, roster, departure);
  final UseCase add = new AddMember(access, roster, people, ids);
  final UseCase remove = new RemoveMember(access, roster, departure, leave);
  final UseCase mark = new MarkRead(members);
  final UseCase find = new FindMembership(members);
  final UseCase describe = new DescribeRoom(rooms, members);
  final UseCase findRooms = new FindRooms(rooms, members);

  /** Asks as that user; parameters and body are JSON with single quotes. */
  static Reply ask(UseCase useCase, String user, String params, String body) {
    return useCase.handle(new Request("r", Caller.user(user), object(params), object(body)));
  }

  /** Makes a room of that visibility and answers its id. */
  String room(String owner, String visibility) {
    return text(createRoom(owner, visibility), "room");
  }

  Reply createRoom(String owner, String visibility) {
    return ask(
        create,
        owner,
        "{}",
        "{'clientId':'%s','name':'Tea','visibility':'%s'}".formatted(CLIENT_ID, visibility));
  }

  Reply direct(String user, String other) {
    return ask(create, user, "{'user':'%s'}".formatted(other), "{}");
  }

  Reply join(String room, String user) {
    return ask(join, user, "{'room':'%s'}".formatted(room), "{}");
  }

  Reply leave(String room, String user) {
    return ask(leave, user, "{'room':'%s'}".formatted(room), "{}");
  }

  Reply add(String room, String by, String user, String role) {
    return ask(
        add,
        by,
        "{'room':'%s','user':'%s'}".formatted(room, user),
        "{'role':'%s'}".formatted(role));
  }

  Reply remove(String room, String by, String user) {
    return ask(remove, by, "{'room':'%s','user':'%s'}".formatted(room, user), "{}");
  }

  JsonNode read(String room, String user) {
    return json(ask(read, user, "{'room':'%s'}".formatted(room), "{}"));
  }

  static JsonNode json(Reply reply) {
    return Json.tree(reply.body());
  }

  static String text(Reply reply, String member) {
    return json(reply).path(member).asText();
  }

  /** A refusal's code and what it is about, or "" where there is none. */
  static String code(Reply reply) {
    return reply.body() instanceof Refusal refusal ? refusal.code() : "";
  }

  static List<String> fields(Reply reply) {
    return reply.body() instanceof Refusal refusal
        ? refusal.errors().stream().map(Violation::field).toList()
        : List.of();
  }

  private Reply revoke(Request request) {
    steps.next();
    var user = request.body().get("user").textValue();
    var room = request.body().get("room").textValue();
    var member = members.stored(room, user).filter(Membership::active).isPresent();
    log.entries.add("(revoked %s%s)".formatted(user, member ? ", who is a member" : ""));
    return Reply.done();
  }

  private Reply profiles(Request request) {
    steps.next();
    var json = Json.object();
    var list = json.putArray("profiles");
    for (var user : request.body().get("users")) {
      if (KNOWN.contains(user.textValue())) {
        list.addObject().put("user", user.textValue());
      }
    }
    return Reply.ok(json);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.read(json.replace('\'', '"'));
  }
}
