package parley.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the functions together: the one place that reads the environment and builds clients. */
public final class MessagesWiring {

  /** Names the table of the rooms' logs. */
  public static final String MESSAGES_TABLE = "MESSAGES_TABLE";

  /** Names the table of who may read and write in which room. */
  public static final String PARTICIPANTS_TABLE = "PARTICIPANTS_TABLE";

  /** Names the table of what add-ons asked to write. */
  public static final String POSTS_TABLE = "POSTS_TABLE";

  /** A sixth of what Lambda allows an answer (6 MB), for what escapes in JSON add. */
  private static final int SYNC_BYTES = 1_000_000;

  /** No room has this id: those of rooms have 22 characters. */
  private static final String NOWHERE = "priming";

  private final DynamoLog log;
  private final DynamoParticipants participants;
  private final Rights rights;
  private final Backoff backoff;
  private final Clock clock;
  private final Supplier<DynamoPosts> posts;

  MessagesWiring(Settings settings, DynamoDbClient dynamo, Clock clock) {
    this.clock = clock;
    // SecureRandom, since functions restored from one snapshot would otherwise all wait alike.
    backoff = Backoff.fullJitter(new SecureRandom(), Thread::sleep);
    log = new DynamoLog(dynamo, settings.get(MESSAGES_TABLE));
    participants = new DynamoParticipants(dynamo, settings.get(PARTICIPANTS_TABLE), backoff);
    rights = new Rights(participants, log);
    // Only one function has that table, and there is none without an add-on that writes.
    posts = () -> new DynamoPosts(dynamo, settings.get(POSTS_TABLE));
  }

  static MessagesWiring ofProcess() {
    return new MessagesWiring(Settings.ofProcess(), Aws.dynamo(), Clock.systemUTC());
  }

  Endpoint sendMessage() {
    return Endpoint.primed(
        new SendMessage(append(Append.MOST_BEHIND), rights),
        draft().put("text", "hi"),
        () -> log.rehearse(entry(new Body.Message("hi"))));
  }

  Endpoint editMessage() {
    return Endpoint.primed(
        new EditMessage(amend()), draft().put("text", "hi"), amending(new Body.Edit(1, "hi")));
  }

  Endpoint deleteMessage() {
    return Endpoint.primed(new DeleteMessage(amend()), draft(), amending(new Body.Deletion(1)));
  }

  Endpoint react() {
    return Endpoint.primed(
        new React(amend()),
        draft().put("emoji", "👍").put("on", true),
        amending(new Body.Reaction(1, "👍", true)));
  }

  Endpoint readHistory() {
    return Endpoint.primed(new ReadHistory(log, rights), room(), () -> {});
  }

  Endpoint sync() {
    var body = Json.object();
    body.putArray("rooms").add(room().put("after", 0));
    return Endpoint.primed(new Sync(log, rights, SYNC_BYTES), body, () -> {});
  }

  Endpoint changeMembership() {
    var membership = new Body.Membership(NOWHERE, "removed", "member");
    return Endpoint.primed(
        new ChangeMembership(append(Append.NO_MATTER_HOW_LATE), log, participants),
        room()
            .put("user", NOWHERE)
            .put("change", "removed")
            .put("by", NOWHERE)
            .put("changeId", NOWHERE),
        () -> log.rehearse(entry(membership)));
  }

  Endpoint postMessage() {
    var kept = posts.get();
    var posted = new Origin(Priming.NOBODY, "", "");
    return Endpoint.primed(
        new PostMessage(append(Append.NO_MATTER_HOW_LATE), log, rights, kept, clock),
        room().put("app", Priming.NOBODY).put("id", NOWHERE).put("text", "hi"),
        () -> {
          kept.rehearse(new Post(NOWHERE, NOWHERE, 0, Instant.EPOCH));
          rights.of(NOWHERE, NOWHERE);
          rights.of(new Draft(NOWHERE, posted.sender(), NOWHERE, 0, new Body.Message(""), posted));
          amending(new Body.Edit(1, "hi")).run();
        });
  }

  /** The one function that needs nothing but the log. */
  static Endpoint countMessages() {
    var log = new DynamoLog(Aws.dynamo(), Settings.ofProcess().get(MESSAGES_TABLE));
    return Endpoint.primed(
        new CountMessages(log),
        room().put("from", Instant.EPOCH.toString()).put("until", Instant.EPOCH.toString()),
        () -> {});
  }

  private Append append(long mostBehind) {
    return new Append(log, clock, backoff, mostBehind);
  }

  private Amend amend() {
    return new Amend(append(Append.MOST_BEHIND), log, rights);
  }

  private Runnable amending(Body body) {
    return () -> {
      log.rehearse(entry(body));
      log.amend(entry(body));
    };
  }

  private static Entry entry(Body body) {
    return new Entry(NOWHERE, 1, 0, NOWHERE, NOWHERE, Instant.EPOCH, body);
  }

  private static ObjectNode room() {
    return Json.object().put("room", NOWHERE);
  }

  private static ObjectNode draft() {
    return room()
        .put("seq", 1)
        .put("clientId", "00000000-0000-4000-8000-000000000000")
        .put("after", 0);
  }
}
