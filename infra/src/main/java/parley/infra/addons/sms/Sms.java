package parley.infra.addons.sms;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import java.util.Optional;
import parley.addons.sms.ChangeSmsHandler;
import parley.addons.sms.FollowRoomHandler;
import parley.addons.sms.ForgetPicturesHandler;
import parley.addons.sms.LinkNumberHandler;
import parley.addons.sms.NotifyHandler;
import parley.addons.sms.ReadPictureHandler;
import parley.addons.sms.ReadSmsHandler;
import parley.addons.sms.ReceiveHandler;
import parley.addons.sms.SendCodeHandler;
import parley.addons.sms.SendHandler;
import parley.addons.sms.SmsWiring;
import parley.addons.sms.TakeStatusHandler;
import parley.addons.sms.UnlinkNumberHandler;
import parley.addons.sms.WriteInRoomHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.PrivateBucket;
import parley.infra.platform.QueueFeed;
import parley.infra.platform.Secret;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import parley.infra.platform.Webhook;
import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/**
 * Rooms and phones: what Twilio tells of is checked and queued by one function and written by
 * another, which keeps the pictures that came with it, until one hears that their message was
 * deleted; what happens in rooms is queued by one for each who wants it, and sent by another.
 */
final class Sms extends Construct {

  private static final String ORIGIN = "https://api.twilio.com";

  private final SmsSettings settings;
  private final Services services;
  private final Functions functions;
  private final Table table;
  private final Secret keys;
  private final QueueFeed out;

  Sms(Construct scope, String id, SmsSettings settings, Services services) {
    super(scope, id);
    this.settings = settings;
    this.services = services;
    var keep = services.on().data().keep();
    functions = new Functions(this, "addons/sms", services.on());
    table =
        new Table(
            this,
            "Texting",
            TableShape.lasting(keep, text("of")).sortedBy(text("item")).expiring("expires"));
    keys =
        new Secret(
            this,
            "Keys",
            "The account with Twilio: {\"accountSid\": \"AC…\", \"authToken\": \"…\"}.",
            keep);
    out = sendOut(keep);
    takeIn(keep);
    offer();
    CfnOutput.Builder.create(services.instance(), "SmsInbound")
        .description("Where Twilio tells of SMS that come.")
        .value(services.origin() + "/api/sms/inbound#rc=3&rp=all")
        .build();
  }

  private void takeIn(boolean keep) {
    var receive = functions.answering(ReceiveHandler.class);
    var write = functions.working(WriteInRoomHandler.class);
    var came = new QueueFeed(this, "Came", write, keep);
    services
        .on()
        .rest()
        .route(
            "POST", "/sms/inbound", new Webhook(receive, Webhook.Reads.FORM, Webhook.Answers.XML));
    keys.allowRead(receive.with(SmsWiring.SITE, services.origin()), SmsWiring.KEYS);
    kept(receive, "GetItem", "PutItem");
    findRooms(receive);
    findNames(receive);
    came.allowSend(receive, SmsWiring.CAME_QUEUE);
    came.tell(services.watch(), "SMS that were to be written in rooms");
    services.messages().grantPost(write, SmsWiring.POST_MESSAGE_FUNCTION);
    out.allowSend(write, SmsWiring.OUT_QUEUE);
    asking(write);
    kept(write, "GetItem", "PutItem");
    keepPictures(write, keep);
  }

  private void keepPictures(Function write, boolean keep) {
    var show = functions.answering(ReadPictureHandler.class);
    var forget = functions.working(ForgetPicturesHandler.class);
    services.on().rest().route("GET", "/rooms/{room}/sms/media/{media}", show);
    services.rooms().grantFindMembership(show, SmsWiring.FIND_MEMBERSHIP_FUNCTION);
    services.events().feed(this, "Deletions", List.of("message.deleted"), forget);
    kept(forget, "GetItem", "PutItem");
    // Nothing in it expires, as messages do not.
    var pictures = new PrivateBucket(this, "Pictures", Optional.empty(), keep);
    pictures.allow(write, SmsWiring.PICTURES_BUCKET, "s3:DeleteObject", "s3:PutObject");
    pictures.allow(show, SmsWiring.PICTURES_BUCKET, "s3:GetObject");
    pictures.allow(forget, SmsWiring.PICTURES_BUCKET, "s3:DeleteObject");
  }

  private QueueFeed sendOut(boolean keep) {
    var notify = functions.working(NotifyHandler.class);
    var send = functions.working(SendHandler.class);
    var takeStatus = functions.answering(TakeStatusHandler.class);
    var queue = new QueueFeed(this, "Out", send, keep);
    services.events().feed(this, "Events", List.of("message.posted"), notify);
    services
        .on()
        .rest()
        .route(
            "POST",
            "/sms/status",
            new Webhook(takeStatus, Webhook.Reads.FORM, Webhook.Answers.TEXT));
    kept(notify, "Query");
    findNames(notify);
    queue.allowSend(notify, SmsWiring.OUT_QUEUE);
    queue.tell(services.watch(), "SMS that were to be sent");
    kept(send.with(SmsWiring.DAILY_CAP, cap()), "GetItem", "PutItem");
    findRooms(send);
    findNames(send);
    calling(send.with(SmsWiring.SITE, services.origin()));
    kept(takeStatus, "GetItem", "PutItem");
    calling(takeStatus.with(SmsWiring.SITE, services.origin()));
    return queue;
  }

  private void offer() {
    var readSms = functions.answering(ReadSmsHandler.class);
    var changeSms = functions.answering(ChangeSmsHandler.class);
    var sendCode = functions.answering(SendCodeHandler.class);
    var linkNumber = functions.answering(LinkNumberHandler.class);
    var unlinkNumber = functions.answering(UnlinkNumberHandler.class);
    var followRoom = functions.answering(FollowRoomHandler.class);
    var rest = services.on().rest();
    rest.route("GET", "/sms", readSms);
    rest.route("PUT", "/sms", changeSms);
    rest.route("POST", "/sms/codes", sendCode);
    rest.route("POST", "/sms/number", linkNumber);
    rest.route("DELETE", "/sms/number", unlinkNumber);
    rest.route("PUT", "/rooms/{room}/sms", followRoom);
    readSms.with(SmsWiring.NUMBER, settings.number()).with(SmsWiring.DAILY_CAP, cap());
    kept(readSms, "GetItem", "Query");
    kept(changeSms.with(SmsWiring.DAILY_CAP, cap()), "GetItem", "PutItem");
    kept(sendCode.with(SmsWiring.COUNTRIES, settings.countries()), "GetItem", "PutItem");
    calling(sendCode);
    for (var function : List.of(linkNumber, unlinkNumber, followRoom)) {
      kept(function, "GetItem", "PutItem", "DeleteItem");
    }
    findRooms(followRoom);
  }

  private String cap() {
    return Integer.toString(settings.dailyCap());
  }

  private void kept(Function function, String... actions) {
    table.allow(function.with(SmsWiring.TEXTING_TABLE, table.name()), actions);
  }

  private void findRooms(Function function) {
    services.rooms().grantFindRooms(function, SmsWiring.FIND_ROOMS_FUNCTION);
  }

  private void findNames(Function function) {
    services.identity().grantAsk(function, SmsWiring.READ_PROFILE_FUNCTION);
  }

  /** Lets a function send SMS. */
  private void calling(Function function) {
    var sender = settings.sender();
    asking(function.with(SmsWiring.SENDER, sender.equals("number") ? settings.number() : sender));
  }

  /** Lets a function ask Twilio, as the account. */
  private void asking(Function function) {
    keys.allowRead(function.with(SmsWiring.TWILIO_ORIGIN, ORIGIN), SmsWiring.KEYS);
  }
}
