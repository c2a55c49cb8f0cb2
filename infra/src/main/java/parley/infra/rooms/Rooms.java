package parley.infra.rooms;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import java.util.Optional;
import parley.infra.connections.Connections;
import parley.infra.identity.Identity;
import parley.infra.messages.Messages;
import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.rooms.AddMemberHandler;
import parley.rooms.CreateRoomHandler;
import parley.rooms.DescribeRoomHandler;
import parley.rooms.FindMembershipHandler;
import parley.rooms.FindRoomsHandler;
import parley.rooms.JoinHandler;
import parley.rooms.LeaveHandler;
import parley.rooms.ListRoomsHandler;
import parley.rooms.MarkReadHandler;
import parley.rooms.ReadRoomHandler;
import parley.rooms.RemoveMemberHandler;
import parley.rooms.RoomsWiring;
import parley.rooms.UpdateRoomHandler;
import software.constructs.Construct;

/** Rooms and their members. */
public final class Rooms extends Construct {

  private final Table rooms;
  private final Table members;
  private final Function createRoom;
  private final Function join;
  private final Function leave;
  private final Function addMember;
  private final Function removeMember;
  private final Function findMembership;
  private final Functions functions;
  private Optional<Function> describeRoom = Optional.empty();
  private Optional<Function> findRooms = Optional.empty();

  /** The service, as yet without anybody to tell of its changes. */
  public Rooms(Construct scope, String id, Foundation on) {
    super(scope, id);
    var keep = on.data().keep();
    rooms =
        new Table(
            this,
            "Rooms",
            TableShape.lasting(keep, text("room"))
                .indexed(RoomsWiring.PUBLIC, text("listing"), text("entry")));
    members =
        new Table(
            this,
            "Members",
            TableShape.lasting(keep, text("room"))
                .sortedBy(text("user"))
                .indexed(RoomsWiring.BY_USER, text("user"), text("room")));

    functions = new Functions(this, "rooms", on);
    createRoom = functions.answering(CreateRoomHandler.class);
    var listRooms = functions.answering(ListRoomsHandler.class);
    var readRoom = functions.answering(ReadRoomHandler.class);
    var updateRoom = functions.answering(UpdateRoomHandler.class);
    join = functions.answering(JoinHandler.class);
    leave = functions.answering(LeaveHandler.class);
    addMember = functions.answering(AddMemberHandler.class);
    removeMember = functions.answering(RemoveMemberHandler.class);
    var markRead = functions.answering(MarkReadHandler.class);
    findMembership = functions.answering(FindMembershipHandler.class);

    on.rest().route("POST", "/rooms", createRoom);
    on.rest().route("PUT", "/directs/{user}", createRoom);
    on.rest().route("GET", "/rooms", listRooms);
    on.rest().route("GET", "/rooms/{room}", readRoom);
    on.rest().route("PATCH", "/rooms/{room}", updateRoom);
    on.rest().route("POST", "/rooms/{room}/join", join);
    on.rest().route("POST", "/rooms/{room}/leave", leave);
    on.rest().route("PUT", "/rooms/{room}/members/{user}", addMember);
    on.rest().route("DELETE", "/rooms/{room}/members/{user}", removeMember);
    on.rest().route("PUT", "/rooms/{room}/read", markRead);

    List.of(createRoom, readRoom, updateRoom, join, leave, addMember, removeMember)
        .forEach(this::grantSee);
    grantOpen(createRoom);
    grantList(listRooms);
    grantUpdate(updateRoom);
    List.of(createRoom, join, leave, addMember, removeMember).forEach(this::grantRecord);
    List.of(join, leave, addMember, removeMember).forEach(this::grantUpdate);
    List.of(readRoom, leave, removeMember).forEach(this::grantEveryone);
    grantRecord(markRead);
    grantFind(findMembership);
  }

  /** Who must exist is asked there; who comes and goes is told there. */
  public void tell(Identity identity, Messages messages, Connections connections) {
    List.of(createRoom, addMember)
        .forEach(function -> identity.grantAsk(function, RoomsWiring.READ_PROFILE_FUNCTION));
    List.of(createRoom, join, leave, addMember, removeMember)
        .forEach(
            function ->
                messages.grantTellMembership(function, RoomsWiring.CHANGE_MEMBERSHIP_FUNCTION));
    List.of(createRoom, join, leave, addMember, removeMember)
        .forEach(function -> connections.grantRevoke(function, RoomsWiring.REVOKE_FUNCTION));
  }

  /** Lets another service's function ask which rooms a person is a member of. */
  public void grantFindMembership(Function function, String variable) {
    function.mayInvoke(findMembership, variable);
  }

  /** Lets an add-on's function ask what a room is called and who is in it. */
  public void grantDescribe(Function function, String variable) {
    function.mayInvoke(describeRoom.orElseGet(this::makeDescribeRoom), variable);
  }

  /** It is there only where an add-on asks for it. */
  private Function makeDescribeRoom() {
    var made = functions.answering(DescribeRoomHandler.class);
    grantSee(made);
    grantEveryone(made);
    describeRoom = Optional.of(made);
    return made;
  }

  /** Lets an add-on's function ask for a person's rooms, with their names. */
  public void grantFindRooms(Function function, String variable) {
    function.mayInvoke(findRooms.orElseGet(this::makeFindRooms), variable);
  }

  /** It is there only where an add-on asks for it. */
  private Function makeFindRooms() {
    var made = functions.answering(FindRoomsHandler.class);
    rooms.allow(known(made), "BatchGetItem");
    members.allow(made, "BatchGetItem");
    members.allowQuery(made, RoomsWiring.BY_USER);
    findRooms = Optional.of(made);
    return made;
  }

  /** A room, and what somebody is in it. */
  private void grantSee(Function function) {
    rooms.allow(known(function), "GetItem");
    members.allow(function, "GetItem");
  }

  /** A room is made together with its first members. */
  private void grantOpen(Function function) {
    rooms.allow(function, "PutItem");
    members.allow(function, "PutItem");
  }

  private void grantList(Function function) {
    rooms.allow(known(function), "BatchGetItem");
    rooms.allowQuery(function, RoomsWiring.PUBLIC);
    members.allow(function, "BatchGetItem");
    members.allowQuery(function, RoomsWiring.BY_USER);
  }

  /** Its name and topic; and how many owners it has, which changes with its members. */
  private void grantUpdate(Function function) {
    rooms.allow(function, "UpdateItem");
  }

  /** A membership, whether its last change was told, and how far it was read. */
  private void grantRecord(Function function) {
    members.allow(known(function), "UpdateItem");
  }

  /** All members of a room: to show them, and to know whether others stay. */
  private void grantEveryone(Function function) {
    members.allow(function, "Query");
  }

  private void grantFind(Function function) {
    members.allow(known(function), "BatchGetItem");
  }

  private Function known(Function function) {
    return function
        .with(RoomsWiring.ROOMS_TABLE, rooms.name())
        .with(RoomsWiring.MEMBERS_TABLE, members.name());
  }
}
