package parley.infra.messages;

/** The service's functions and the names of their settings. */
final class Handlers {

  static final String SEND_MESSAGE = "parley.messages.SendMessageHandler";
  static final String EDIT_MESSAGE = "parley.messages.EditMessageHandler";
  static final String DELETE_MESSAGE = "parley.messages.DeleteMessageHandler";
  static final String REACT = "parley.messages.ReactHandler";
  static final String READ_HISTORY = "parley.messages.ReadHistoryHandler";
  static final String SYNC = "parley.messages.SyncHandler";
  static final String CHANGE_MEMBERSHIP = "parley.messages.ChangeMembershipHandler";

  static final String MESSAGES_TABLE = "MESSAGES_TABLE";
  static final String PARTICIPANTS_TABLE = "PARTICIPANTS_TABLE";

  private Handlers() {}
}
