package parley.infra.addons.slack;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import parley.addons.slack.EndLinkHandler;
import parley.addons.slack.FollowHandler;
import parley.addons.slack.IssueCodeHandler;
import parley.addons.slack.ReadLinkHandler;
import parley.addons.slack.ReceiveHandler;
import parley.addons.slack.SendHandler;
import parley.addons.slack.SlackWiring;
import parley.addons.slack.WorkHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import parley.infra.platform.QueueFeed.Pace;
import parley.infra.platform.Rest;
import parley.infra.platform.Secret;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.infra.platform.Webhook;
import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/**
 * Rooms and channels of Slack: what Slack sends is checked and queued by one function and worked
 * off by another; what happens in rooms is put into an outbox by one and sent by another.
 */
final class Slack extends Construct {

  private static final String ORIGIN = "https://slack.com";
  private static final String HOOKS_ORIGIN = "https://hooks.slack.com";

  private final SlackSettings settings;
  private final Services services;
  private final Table table;
  private final Secret keys;

  Slack(Construct scope, String id, SlackSettings settings, Services services) {
    super(scope, id);
    this.settings = settings;
    this.services = services;
    var keep = services.on().data().keep();
    table = new Table(this, "Bridged", TableShape.lasting(keep, text("of")).sortedBy(text("item")));
    keys =
        new Secret(
            this,
            "Keys",
            "Slack's keys for Parley: {\"signingSecret\": \"…\", \"botToken\": \"xoxb-…\"}.",
            keep);
    var functions = new Functions(this, "addons/slack", services.on());
    takeIn(functions, keep);
    offerLinks(functions, sendOut(functions, keep));
    CfnOutput.Builder.create(services.instance(), "SlackManifest")
        .description("What Slack makes the app from.")
        .value(new SlackManifest(settings, services.origin() + "/api").json())
        .build();
  }

  private void takeIn(Functions functions, boolean keep) {
    var receive = functions.answering(ReceiveHandler.class);
    var work = functions.working(WorkHandler.class);
    var heard = new QueueFeed(this, "Heard", work, keep);
    var webhook = new Webhook(receive, Webhook.Reads.RAW, Webhook.Answers.TEXT);
    services.on().rest().route("POST", "/slack/events", webhook);
    services.on().rest().route("POST", "/slack/commands", webhook);
    receive.with(SlackWiring.CHANGES, Boolean.toString(settings.changes()));
    keys.allowRead(receive, SlackWiring.KEYS);
    heard.allowSend(receive, SlackWiring.HEARD_QUEUE);
    heard.tell(services.watch(), "messages and commands of Slack");
    kept(work, "GetItem", "PutItem", "DeleteItem");
    calling(work);
    services.messages().grantPost(work, SlackWiring.POST_MESSAGE_FUNCTION);
    services.rooms().grantDescribe(work, SlackWiring.DESCRIBE_ROOM_FUNCTION);
    services.identity().grantAsk(work, SlackWiring.READ_PROFILE_FUNCTION);
  }

  private QueueFeed sendOut(Functions functions, boolean keep) {
    var follow = functions.working(FollowHandler.class);
    var send = functions.working(SendHandler.class);
    var waiting = new QueueFeed(this, "Waiting", send, Pace.USUAL.oneByOne(), keep);
    services.events().feed(this, "Events", followed(), follow);
    kept(follow, "GetItem", "PutItem");
    waiting.allowSend(follow, SlackWiring.WAITING_QUEUE);
    waiting.allowSend(send, SlackWiring.WAITING_QUEUE);
    waiting.tell(services.watch(), "rooms of which messages wait to be sent to Slack");
    kept(send, "GetItem", "Query", "PutItem", "DeleteItem");
    calling(send);
    services.messages().grantPost(send, SlackWiring.POST_MESSAGE_FUNCTION);
    services.identity().grantAsk(send, SlackWiring.READ_PROFILE_FUNCTION);
    return waiting;
  }

  private List<String> followed() {
    return settings.changes()
        ? List.of("message.posted", "message.edited", "message.deleted")
        : List.of("message.posted");
  }

  private void offerLinks(Functions functions, QueueFeed waiting) {
    var issueCode = functions.answering(IssueCodeHandler.class);
    var readLink = functions.answering(ReadLinkHandler.class);
    var endLink = functions.answering(EndLinkHandler.class);
    Rest rest = services.on().rest();
    rest.route("POST", "/rooms/{room}/slack/codes", issueCode);
    rest.route("GET", "/rooms/{room}/slack", readLink);
    rest.route("DELETE", "/rooms/{room}/slack", endLink);
    kept(
        issueCode.with(SlackWiring.COMMAND, settings.command()),
        "GetItem",
        "PutItem",
        "DeleteItem");
    kept(readLink, "GetItem");
    kept(endLink, "GetItem", "PutItem");
    waiting.allowSend(endLink, SlackWiring.WAITING_QUEUE);
    for (var function : List.of(issueCode, readLink, endLink)) {
      services.rooms().grantDescribe(function, SlackWiring.DESCRIBE_ROOM_FUNCTION);
    }
  }

  private void kept(Function function, String... actions) {
    table.allow(function.with(SlackWiring.BRIDGED_TABLE, table.name()), actions);
  }

  /** Lets a function call Slack, in the app's name. */
  private void calling(Function function) {
    keys.allowRead(
        function
            .with(SlackWiring.SLACK_ORIGIN, ORIGIN)
            .with(SlackWiring.SLACK_HOOKS_ORIGIN, HOOKS_ORIGIN),
        SlackWiring.KEYS);
  }
}
