package parley.addons.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import parley.kernel.Aws;
import parley.kernel.Endpoint;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.LambdaPeer;
import parley.kernel.Peer;
import parley.kernel.Priming;
import parley.kernel.Settings;
import parley.outside.Batch;
import parley.outside.DynamoRows;
import parley.outside.Rows;
import parley.outside.Secret;
import parley.outside.Web;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the functions together: the one place that reads the environment and builds clients. */
public final class SlackWiring {

  /** Names the table of what is linked and carried over. */
  public static final String BRIDGED_TABLE = "BRIDGED_TABLE";

  /** Names the secret with what Slack gave the instance. */
  public static final String KEYS = "KEYS";

  /** Names the queue of what came from Slack. */
  public static final String HEARD_QUEUE = "HEARD_QUEUE";

  /** Names the queue of rooms of which something waits to be sent. */
  public static final String WAITING_QUEUE = "WAITING_QUEUE";

  /** Where Slack's Web API is. */
  public static final String SLACK_ORIGIN = "SLACK_ORIGIN";

  /** Where answers to commands go. */
  public static final String SLACK_HOOKS_ORIGIN = "SLACK_HOOKS_ORIGIN";

  /** The app's command in Slack. */
  public static final String COMMAND = "COMMAND";

  /** "true" where changes and deletions are heard. */
  public static final String CHANGES = "CHANGES";

  /** Names the function that writes in rooms. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  /** Names the function that tells of a room. */
  public static final String DESCRIBE_ROOM_FUNCTION = "DESCRIBE_ROOM_FUNCTION";

  /** Names the function that knows what people call themselves. */
  public static final String READ_PROFILE_FUNCTION = "READ_PROFILE_FUNCTION";

  /** Slack wants 3 s for its own questions, and takes about as long for its answers. */
  private static final Duration ANSWERS = Duration.ofSeconds(8);

  /** Of the 200 messages at most that are asked for at once. */
  private static final int LARGEST_ANSWER = 8 << 20;

  private final Settings settings = Settings.ofProcess();
  private final Clock clock = Clock.systemUTC();

  private SlackWiring() {}

  static SlackWiring ofProcess() {
    return new SlackWiring();
  }

  Endpoint receive() {
    var keys = keys();
    var queue = queue(HEARD_QUEUE);
    var changes = Boolean.parseBoolean(settings.get(CHANGES));
    var receive = new Receive(keys, heard -> queue.put(heard.write()), clock, changes);
    return Endpoint.primed(receive, Json.object(), keys::signingSecret);
  }

  Endpoint issueCode() {
    var rows = rows();
    var issue = new IssueCode(owners(), links(rows), new Codes(), settings.get(COMMAND));
    return Endpoint.primed(
        issue,
        nobodysRoom(),
        () -> {
          rehearse(rows);
          rows.rehearseWrite();
        });
  }

  Endpoint readLink() {
    var rows = rows();
    return Endpoint.primed(
        new ReadLink(owners(), links(rows)), nobodysRoom(), () -> rehearse(rows));
  }

  Endpoint endLink() {
    var rows = rows();
    var queue = queue(WAITING_QUEUE);
    var end = new EndLink(owners(), links(rows), queue::put);
    return Endpoint.primed(
        end,
        nobodysRoom(),
        () -> {
          rehearse(rows);
          rows.rehearseWrite();
        });
  }

  Batch work() {
    var rows = rows();
    var links = links(rows);
    var room = room();
    var slack = slack();
    var people = new People(slack, clock);
    var company = new Company(peer(DESCRIBE_ROOM_FUNCTION), profiles());
    var announcer = new Announcer(links, room, slack);
    var take = new TakeMessage(links, announcer, new Notes(rows, clock), room, slack, people);
    var run = new RunCommand(links, announcer, room, slack, people, company, clock);
    Priming.with(
        () -> {
          rehearse(rows);
          rows.rehearseWrite();
          company.room(Priming.NOBODY);
        },
        Aws::disconnect);
    return new Batch(
        clock,
        (body, _) -> {
          switch (Heard.read(body)) {
            case Heard.Posted posted -> take.posted(posted);
            case Heard.Edited edited -> take.edited(edited);
            case Heard.Deleted deleted -> take.deleted(deleted);
            case Heard.Command command -> run.run(command);
          }
        });
  }

  Batch follow() {
    var rows = rows();
    var queue = queue(WAITING_QUEUE);
    var follow = new FollowRoom(links(rows), new Outbox(rows), queue::put);
    Priming.with(
        () -> {
          rehearse(rows);
          rows.rehearseWrite();
        },
        Aws::disconnect);
    return new Batch(clock, (body, _) -> follow.follow(Json.read(body).path("detail")));
  }

  Batch send() {
    var rows = rows();
    var links = links(rows);
    var slack = slack();
    var announcer = new Announcer(links, room(), slack);
    var outbox = new Outbox(rows);
    var delivery = new Delivery(outbox, slack, new Traces(slack), profiles(), clock);
    var lane = new Lane(rows, clock);
    var send =
        new SendWaiting(links, announcer, outbox, lane, delivery, Ids.random(), clock, this::pause);
    var queue = queue(WAITING_QUEUE);
    Priming.with(
        () -> {
          rehearse(rows);
          rows.rehearseWrite();
          outbox.waiting(Priming.NOBODY, 1);
        },
        Aws::disconnect);
    return new Batch(
        clock, (body, end) -> send.send(body, end).ifPresent(after -> queue.put(body, after)));
  }

  private Keys keys() {
    return new SecretKeys(Secret.of(settings.get(KEYS)));
  }

  private Slack slack() {
    var web = new Web(ANSWERS, LARGEST_ANSWER);
    var slack =
        new WebSlack(
            (address, headers, body) -> post(web, address, headers, body),
            settings.get(SLACK_ORIGIN),
            settings.get(SLACK_HOOKS_ORIGIN),
            keys());
    return new PatientSlack(slack, clock);
  }

  private static Http.Answer post(Web web, URI address, Map<String, String> headers, String body) {
    try {
      var answer = web.post(address, headers, body);
      return new Http.Answer(
          answer.status(), answer.header("retry-after").orElse(""), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pause(Instant time) {
    try {
      Thread.sleep(Duration.between(clock.instant(), time));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("was told to stop", e);
    }
  }

  private Owners owners() {
    return new Owners(peer(DESCRIBE_ROOM_FUNCTION));
  }

  private Profiles profiles() {
    return new Profiles(peer(READ_PROFILE_FUNCTION));
  }

  private Peer peer(String setting) {
    return new LambdaPeer(Aws.lambda(), settings.get(setting));
  }

  private Queue queue(String setting) {
    var sqs = SqsClient.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials());
    return new Queue(sqs.build(), settings.get(setting));
  }

  private DynamoRows rows() {
    return new DynamoRows(Aws.dynamo(), settings.get(BRIDGED_TABLE));
  }

  private Links links(Rows rows) {
    return new Links(rows, clock);
  }

  private Room room() {
    return new Room(peer(POST_MESSAGE_FUNCTION));
  }

  private static void rehearse(Rows rows) {
    rows.read(Priming.NOBODY, Priming.NOBODY);
  }

  private static ObjectNode nobodysRoom() {
    return Json.object().put("room", Priming.NOBODY);
  }
}
