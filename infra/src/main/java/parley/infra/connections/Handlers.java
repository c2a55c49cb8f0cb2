package parley.infra.connections;

/** The service's functions and the names of their settings. */
final class Handlers {

  static final String ISSUE_TICKET = "parley.connections.IssueTicketHandler";
  static final String AUTHORIZE = "parley.connections.AuthorizeHandler";
  static final String CONNECT = "parley.connections.ConnectHandler";
  static final String DISCONNECT = "parley.connections.DisconnectHandler";
  static final String SUBSCRIBE = "parley.connections.SubscribeHandler";
  static final String DELIVER = "parley.connections.DeliverHandler";
  static final String DELIVER_SHARE = "parley.connections.DeliverShareHandler";
  static final String REVOKE = "parley.connections.RevokeHandler";

  static final String CONNECTIONS_TABLE = "CONNECTIONS_TABLE";
  static final String SUBSCRIPTIONS_TABLE = "SUBSCRIPTIONS_TABLE";
  static final String TICKETS_TABLE = "TICKETS_TABLE";
  static final String SOCKET_ENDPOINT = "SOCKET_ENDPOINT";
  static final String SITE_ORIGIN = "SITE_ORIGIN";
  static final String FIND_MEMBERSHIP_FUNCTION = "FIND_MEMBERSHIP_FUNCTION";
  static final String DELIVER_SHARE_FUNCTION = "DELIVER_SHARE_FUNCTION";

  static final String BY_CONNECTION = "ByConnection";

  private Handlers() {}
}
