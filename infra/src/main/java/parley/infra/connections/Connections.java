package parley.infra.connections;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import java.util.Optional;
import parley.connections.AuthorizeHandler;
import parley.connections.BroadcastHandler;
import parley.connections.ConnectHandler;
import parley.connections.ConnectionsWiring;
import parley.connections.DeliverHandler;
import parley.connections.DeliverShareHandler;
import parley.connections.DisconnectHandler;
import parley.connections.IssueTicketHandler;
import parley.connections.RevokeHandler;
import parley.connections.SubscribeHandler;
import parley.infra.messages.Messages;
import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.StreamFeed;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.infra.platform.Watch;
import parley.infra.rooms.Rooms;
import software.constructs.Construct;

/** Who listens: tickets, sockets, subscriptions, and the delivery of new entries to them. */
public final class Connections extends Construct {

  private final Foundation on;
  private final Table connections;
  private final Table subscriptions;
  private final Table tickets;
  private final Function authorize;
  private final Function subscribe;
  private final Function deliver;
  private final Function revoke;
  private final Functions functions;
  private Optional<Function> broadcast = Optional.empty();

  /** The service, as yet without anything to deliver. */
  public Connections(Construct scope, String id, Foundation on) {
    super(scope, id);
    this.on = on;
    connections =
        new Table(
            this,
            "Connections",
            TableShape.passing("expires", text("user")).sortedBy(text("connection")));
    subscriptions =
        new Table(
            this,
            "Subscriptions",
            TableShape.passing("expires", text("room"))
                .sortedBy(text("listener"))
                .indexedKeys(ConnectionsWiring.BY_CONNECTION, text("connection"), text("room")));
    tickets = new Table(this, "Tickets", TableShape.passing("expires", text("ticket")));

    functions = new Functions(this, "connections", on);
    var issueTicket = functions.answering(IssueTicketHandler.class);
    authorize = functions.answering(AuthorizeHandler.class);
    var connect = functions.answering(ConnectHandler.class);
    var disconnect = functions.answering(DisconnectHandler.class);
    subscribe = functions.answering(SubscribeHandler.class);
    deliver = functions.working(DeliverHandler.class);
    var deliverShare = functions.working(DeliverShareHandler.class);
    revoke = functions.answering(RevokeHandler.class);

    on.rest().route("POST", "/tickets", issueTicket);
    on.rest().route("POST", "/sign-out", revoke);
    on.socket().opened(authorize, connect);
    on.socket().closed(disconnect);
    on.socket().action("subscribe", subscribe);

    grantIssue(issueTicket);
    grantRedeem(authorize);
    grantEnter(connect);
    grantRemoveAll(disconnect);
    grantSubscribe(subscribe);
    grantListeners(deliver);
    List.of(deliver, deliverShare).forEach(this::grantSend);
    deliver.mayInvoke(deliverShare, ConnectionsWiring.DELIVER_SHARE_FUNCTION);
    grantListeners(revoke);
    grantSilence(revoke);
  }

  /** Only pages of this origin may open a socket. */
  public void admit(String origin) {
    authorize.with(ConnectionsWiring.SITE_ORIGIN, origin);
  }

  /** New entries of the log are delivered; the watch hears of those that are late or given up. */
  public void deliver(Messages messages, Watch watch) {
    new StreamFeed(this, "Feed", messages.log().newItems(), deliver, false)
        .tell(watch, "entries that are to be delivered");
  }

  /** Whoever subscribes must be a member, as this service says. */
  public void ask(Rooms rooms) {
    rooms.grantFindMembership(subscribe, ConnectionsWiring.FIND_MEMBERSHIP_FUNCTION);
  }

  /** Lets an add-on's function show those who hear a room something that passes. */
  public void grantBroadcast(Function function, String variable) {
    function.mayInvoke(broadcast.orElseGet(this::makeBroadcast), variable);
  }

  /** It is there only where an add-on asks for it. */
  private Function makeBroadcast() {
    var made = functions.answering(BroadcastHandler.class);
    subscriptions.allow(known(made), "Query", "UpdateItem");
    grantSend(made);
    broadcast = Optional.of(made);
    return made;
  }

  /** Lets another service's function end what a person listens to. */
  public void grantRevoke(Function function, String variable) {
    function.mayInvoke(revoke, variable);
  }

  private void grantIssue(Function function) {
    tickets.allow(function.with(ConnectionsWiring.TICKETS_TABLE, tickets.name()), "PutItem");
  }

  /** A ticket is read by deleting it. */
  private void grantRedeem(Function function) {
    tickets.allow(function.with(ConnectionsWiring.TICKETS_TABLE, tickets.name()), "DeleteItem");
  }

  private void grantEnter(Function function) {
    connections.allow(
        function.with(ConnectionsWiring.CONNECTIONS_TABLE, connections.name()), "PutItem");
  }

  /** A connection's rows go with it. */
  private void grantRemoveAll(Function function) {
    connections.allow(
        function.with(ConnectionsWiring.CONNECTIONS_TABLE, connections.name()), "DeleteItem");
    grantUnsubscribe(function);
    subscriptions.allowQuery(function, ConnectionsWiring.BY_CONNECTION);
  }

  private void grantSubscribe(Function function) {
    subscriptions.allow(known(function), "UpdateItem", "DeleteItem");
  }

  private void grantUnsubscribe(Function function) {
    subscriptions.allow(known(function), "BatchWriteItem");
  }

  /** Who listens to a room, and with which sockets a person is there. */
  private void grantListeners(Function function) {
    subscriptions.allow(known(function), "Query");
    connections.allow(
        function.with(ConnectionsWiring.CONNECTIONS_TABLE, connections.name()), "Query");
  }

  /** Frames go out, and the rows of sockets that are gone. */
  private void grantSend(Function function) {
    on.socket().allowSend(function, ConnectionsWiring.SOCKET_ENDPOINT);
    connections.allow(
        function.with(ConnectionsWiring.CONNECTIONS_TABLE, connections.name()), "DeleteItem");
    grantUnsubscribe(function);
  }

  /** Sockets are closed after what they listened to is gone; their own rows go last. */
  private void grantSilence(Function function) {
    connections.allow(function, "DeleteItem");
    grantUnsubscribe(function);
    subscriptions.allowQuery(function, ConnectionsWiring.BY_CONNECTION);
    on.socket().allowClose(function, ConnectionsWiring.SOCKET_ENDPOINT);
  }

  private Function known(Function function) {
    return function.with(ConnectionsWiring.SUBSCRIPTIONS_TABLE, subscriptions.name());
  }
}
