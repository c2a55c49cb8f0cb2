package parley.infra.messages;

import static parley.infra.platform.TableShape.number;
import static parley.infra.platform.TableShape.text;

import java.util.List;
import java.util.Optional;
import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.infra.platform.Watch;
import parley.messages.ChangeMembershipHandler;
import parley.messages.CountMessagesHandler;
import parley.messages.DeleteMessageHandler;
import parley.messages.EditMessageHandler;
import parley.messages.MessagesWiring;
import parley.messages.PostMessageHandler;
import parley.messages.ReactHandler;
import parley.messages.ReadHistoryHandler;
import parley.messages.SendMessageHandler;
import parley.messages.SyncHandler;
import software.constructs.Construct;

/** The rooms' log, and the list of who may write in a room. */
public final class Messages extends Construct {

  private final Functions functions;
  private final Table messages;
  private final Table participants;
  private final Function sendMessage;
  private final Function changeMembership;
  private Optional<Function> postMessage = Optional.empty();
  private Optional<Function> countMessages = Optional.empty();

  /** The service. */
  public Messages(Construct scope, String id, Foundation on) {
    super(scope, id);
    var keep = on.data().keep();
    messages =
        new Table(
            this,
            "Messages",
            TableShape.lasting(keep, text("room")).sortedBy(number("seq")).streamed());
    participants =
        new Table(
            this, "Participants", TableShape.lasting(keep, text("room")).sortedBy(text("user")));

    functions = new Functions(this, "messages", on);
    sendMessage = functions.answering(SendMessageHandler.class);
    var editMessage = functions.answering(EditMessageHandler.class);
    var deleteMessage = functions.answering(DeleteMessageHandler.class);
    var react = functions.answering(ReactHandler.class);
    var readHistory = functions.answering(ReadHistoryHandler.class);
    var sync = functions.answering(SyncHandler.class);
    changeMembership = functions.answering(ChangeMembershipHandler.class);

    on.rest().route("POST", "/rooms/{room}/messages", sendMessage);
    on.rest().route("GET", "/rooms/{room}/messages", readHistory);
    on.rest().route("PATCH", "/rooms/{room}/messages/{seq}", editMessage);
    on.rest().route("DELETE", "/rooms/{room}/messages/{seq}", deleteMessage);
    on.rest().route("POST", "/rooms/{room}/messages/{seq}/reactions", react);
    on.rest().route("POST", "/sync", sync);
    on.socket().action("send", sendMessage, "room");
    on.socket().action("edit", editMessage, "room", "seq");
    on.socket().action("delete", deleteMessage, "room", "seq", "clientId", "after");
    on.socket().action("react", react, "room", "seq");

    grantAppend(sendMessage);
    List.of(editMessage, deleteMessage, react).forEach(this::grantAppend);
    List.of(editMessage, deleteMessage, react).forEach(this::grantChange);
    List.of(readHistory, sync).forEach(this::grantRead);
    grantLookUp(readHistory, "GetItem");
    grantLookUp(sync, "BatchGetItem");
    grantAppend(changeMembership);
    grantAdmit(changeMembership);
  }

  /** The log, whose new entries are delivered from its stream. */
  public Table log() {
    return messages;
  }

  /** Says when messages cannot be sent, over a socket or over REST. */
  public void tell(Watch watch) {
    watch.over(
        this,
        "Unsent",
        "messages cannot be sent: look for errors in SendMessage's log",
        sendMessage.metric("Errors", "Sum"),
        0);
  }

  /** Lets another service's function say who is in a room, at the address in that variable. */
  public void grantTellMembership(Function function, String variable) {
    function.mayInvoke(changeMembership, variable);
  }

  /** Lets an add-on's function write in rooms, at the address in that variable. */
  public void grantPost(Function function, String variable) {
    function.mayInvoke(postMessage.orElseGet(this::makePostMessage), variable);
  }

  /** Lets an add-on's function ask how much is written, at the address in that variable. */
  public void grantCount(Function function, String variable) {
    function.mayInvoke(countMessages.orElseGet(this::makeCountMessages), variable);
  }

  /** It is there only where an add-on asks for it. */
  private Function makeCountMessages() {
    var made = functions.answering(CountMessagesHandler.class);
    grantRead(made);
    countMessages = Optional.of(made);
    return made;
  }

  /** It is there only where an add-on asks for it. */
  private Function makePostMessage() {
    var posts = new Table(this, "Posts", TableShape.passing("expires", text("post")));
    var made = functions.answering(PostMessageHandler.class);
    grantAppend(made);
    grantChange(made);
    posts.allow(made.with(MessagesWiring.POSTS_TABLE, posts.name()), "PutItem");
    postMessage = Optional.of(made);
    return made;
  }

  /** What comes after the tail is read, and the sender looked up, before a position is taken. */
  private void grantAppend(Function function) {
    messages.allow(
        function.with(MessagesWiring.MESSAGES_TABLE, messages.name()), "Query", "PutItem");
    grantLookUp(function, "GetItem");
  }

  /** The message that an entry is about is read, and changed in place. */
  private void grantChange(Function function) {
    messages.allow(function, "GetItem", "UpdateItem");
  }

  private void grantRead(Function function) {
    messages.allow(function.with(MessagesWiring.MESSAGES_TABLE, messages.name()), "Query");
  }

  private void grantAdmit(Function function) {
    participants.allow(function, "PutItem");
  }

  private void grantLookUp(Function function, String action) {
    participants.allow(
        function.with(MessagesWiring.PARTICIPANTS_TABLE, participants.name()), action);
  }
}
