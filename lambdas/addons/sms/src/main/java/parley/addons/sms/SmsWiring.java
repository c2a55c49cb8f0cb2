package parley.addons.sms;

import java.security.SecureRandom;
import java.util.function.Consumer;
import parley.kernel.Endpoint;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.UseCase;
import parley.outside.DynamoRows;

/** Puts the functions together that answer, and names what they find in their environment. */
public final class SmsWiring {

  /** Names the table of numbers and of what people set. */
  public static final String TEXTING_TABLE = "TEXTING_TABLE";

  /** Names the secret with the account. */
  public static final String KEYS = "KEYS";

  /** Names the queue of what is to be written in rooms. */
  public static final String CAME_QUEUE = "CAME_QUEUE";

  /** Names the queue of what is to be sent. */
  public static final String OUT_QUEUE = "OUT_QUEUE";

  /** Names the bucket of pictures that came. */
  public static final String PICTURES_BUCKET = "PICTURES_BUCKET";

  /** Where Twilio is. */
  public static final String TWILIO_ORIGIN = "TWILIO_ORIGIN";

  /** Where Twilio finds this instance. */
  public static final String SITE = "SITE";

  /** A number, or a messaging service's sid. */
  public static final String SENDER = "SENDER";

  /** The number to which people write. */
  public static final String NUMBER = "NUMBER";

  /** How many SMS anybody may have in a day. */
  public static final String DAILY_CAP = "DAILY_CAP";

  /** With what numbers may begin, with commas between; "any" for all. */
  public static final String COUNTRIES = "COUNTRIES";

  /** Names the function that writes in rooms. */
  public static final String POST_MESSAGE_FUNCTION = "POST_MESSAGE_FUNCTION";

  /** Names the function that knows who is in which room. */
  public static final String FIND_ROOMS_FUNCTION = "FIND_ROOMS_FUNCTION";

  /** Names the function that knows of which rooms somebody is a member. */
  public static final String FIND_MEMBERSHIP_FUNCTION = "FIND_MEMBERSHIP_FUNCTION";

  /** Names the function that knows what people call themselves. */
  public static final String READ_PROFILE_FUNCTION = "READ_PROFILE_FUNCTION";

  private static final int CODES = 1_000_000;

  private final PartsWiring parts = new PartsWiring();

  private SmsWiring() {}

  static SmsWiring ofProcess() {
    return new SmsWiring();
  }

  Endpoint receive() {
    var rows = parts.rows();
    var keys = parts.keys();
    Consumer<Written> queue = parts.queue(CAME_QUEUE)::put;
    var company = parts.company();
    var receive =
        new Receive(
            new Signed(keys, parts.site()),
            new People(rows),
            new Limits(rows, parts.clock()),
            new Seen(rows, parts.clock()),
            new Writing(company),
            queue,
            parts::count);
    return Endpoint.primed(
        receive,
        Json.object(),
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
          company.rooms(Priming.NOBODY);
        });
  }

  Endpoint takeStatus() {
    var rows = parts.rows();
    var keys = parts.keys();
    var take =
        new TakeStatus(
            new Signed(keys, parts.site()),
            new Sendings(rows, parts.clock()),
            new People(rows),
            parts.twilio(keys),
            parts::count);
    return Endpoint.primed(
        take,
        Json.object(),
        () -> {
          keys.account();
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
        });
  }

  Endpoint sendCode() {
    var rows = parts.rows();
    var keys = parts.keys();
    var random = new SecureRandom();
    var send =
        new SendCode(
            parts.codes(rows),
            parts.twilio(keys),
            parts.prefixes(),
            () -> "%06d".formatted(random.nextInt(CODES)),
            parts::count);
    return Endpoint.primed(
        send,
        Json.object(),
        () -> {
          keys.account();
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
        });
  }

  Endpoint linkNumber() {
    var rows = parts.rows();
    return primed(rows, new LinkNumber(parts.codes(rows), new People(rows)), rows::rehearseRemoval);
  }

  Endpoint unlinkNumber() {
    var rows = parts.rows();
    return primed(rows, new UnlinkNumber(new People(rows)), rows::rehearseRemoval);
  }

  Endpoint readSms() {
    var rows = parts.rows();
    var limits = new Limits(rows, parts.clock());
    var read =
        new ReadSms(
            new People(rows),
            new Follows(rows),
            parts.codes(rows),
            limits,
            parts.clock(),
            parts.number(),
            parts.cap());
    return Endpoint.primed(read, Json.object(), () -> {});
  }

  Endpoint changeSms() {
    var rows = parts.rows();
    return Endpoint.primed(
        new ChangeSms(new People(rows), parts.cap()),
        Json.object(),
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
        });
  }

  Endpoint followRoom() {
    var rows = parts.rows();
    var company = parts.company(Names.none());
    var body = Json.object().put("room", Priming.NOBODY).put("mode", "none");
    return Endpoint.primed(
        new FollowRoom(new Follows(rows), company),
        body,
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
          rows.rehearseRemoval();
        });
  }

  Endpoint readPicture() {
    var pictures = parts.pictures();
    var body = Json.object().put("room", Priming.NOBODY).put("media", Priming.NOBODY);
    return Endpoint.primed(
        new ReadPicture(parts.peer(FIND_MEMBERSHIP_FUNCTION), pictures),
        body,
        () -> pictures.find(Priming.NOBODY, Priming.NOBODY));
  }

  /** For what changes rows and nothing else. */
  private static Endpoint primed(DynamoRows rows, UseCase useCase, Runnable more) {
    return Endpoint.primed(
        useCase,
        Json.object(),
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
          more.run();
        });
  }
}
