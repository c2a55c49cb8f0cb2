package parley.addons.sms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.security.RequestValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;
import parley.outside.FakeClock;
import parley.outside.FakeRows;

/** The add-on over fakes: Ada has a phone, and is in two rooms. */
final class Phone {

  static final String NUMBER = "+15005550010";
  static final String SITE = "https://chat.example.com";

  final FakeClock clock = new FakeClock();
  final FakeRows rows = new FakeRows();
  final FakeKeys keys = new FakeKeys();
  final FakeTwilio twilio = new FakeTwilio();
  final List<Written> written = new ArrayList<>();
  final List<Outgoing> out = new ArrayList<>();
  final List<String> metrics = new ArrayList<>();

  /** Rooms by their ids, of everybody who is not named in {@link #left}. */
  final Map<String, String> rooms = new LinkedHashMap<>(Map.of("r1", "General"));

  final List<String> left = new ArrayList<>();

  /** What happens once, while somebody's rooms are asked for the next time. */
  Runnable meanwhile = () -> {};

  final People people = new People(rows);
  final Limits limits = new Limits(rows, clock);
  final Follows follows = new Follows(rows);
  final Codes codes = new Codes(rows, limits, clock);
  final Sendings sendings = new Sendings(rows, clock);
  final Names names = users -> Map.of("ada", "Ada Byron", "grace", "Grace");
  final Company company = new Company(this::findRooms, names);
  final Signed signed = new Signed(keys, SITE);
  final Receive receive =
      new Receive(
          signed,
          people,
          limits,
          new Seen(rows, clock),
          new Writing(company),
          written::add,
          metrics::add);
  final Notify notify = new Notify(follows, names, out::add);
  final Send send =
      new Send(
          people,
          company,
          limits,
          sendings,
          twilio,
          clock,
          3,
          SITE + "/api/sms/status",
          metrics::add);
  final TakeStatus status =
      new TakeStatus(
          signed, sendings, people, twilio, (name, value) -> metrics.add(name + " " + value));

  Phone linked() {
    people.link("ada", NUMBER);
    return this;
  }

  private Reply findRooms(Request request) {
    var happens = meanwhile;
    meanwhile = () -> {};
    happens.run();
    var json = Json.object();
    var list = json.putArray("rooms");
    var asked = request.body().path("rooms");
    if (left.contains(request.body().path("user").asText())) {
      return Reply.ok(json);
    }
    rooms.forEach(
        (room, name) -> {
          if (asked.isMissingNode() || asked.path(0).asText().equals(room)) {
            var each = list.addObject().put("room", room).put("name", name);
            each.put("kind", name.isEmpty() ? "direct" : "room");
            each.putArray("people").add("ada").add("grace");
          }
        });
    return Reply.ok(json);
  }

  static String sid(int number) {
    return "SM%032x".formatted(number);
  }

  static Map<String, String> form(int sid, String text) {
    return Map.of("AccountSid", FakeKeys.SID, "MessageSid", sid(sid), "From", NUMBER, "Body", text);
  }

  /** An SMS comes, signed by Twilio's own library; gives the markup that answers it. */
  String comes(int sid, String text) {
    return content(receive.handle(request("/sms/inbound", form(sid, text), "token")));
  }

  static String content(Reply reply) {
    return Json.tree(reply.body()).path("content").asText();
  }

  /** The words in an answer. */
  static String said(String markup) {
    return markup.replaceAll("(?s).*<Message>|</Message>.*|<\\?.*", "");
  }

  static Request request(String path, Map<String, String> form, String token) {
    var signature = signature(SITE + "/api" + path, form, token);
    var params = Json.object().put("X-Twilio-Signature", signature);
    var at = path.indexOf("message=");
    if (at > 0) {
      params.put("message", path.substring(at + "message=".length()));
    }
    return new Request("r", Caller.inside(), params, (ObjectNode) Json.tree(form));
  }

  /** Twilio's library checks alone: so it is asked which of all signatures it would take. */
  private static String signature(String url, Map<String, String> form, String token) {
    var made = Signatures.made(url, form, token);
    if (!new RequestValidator(token).validate(url, form, made)) {
      throw new AssertionError("Twilio's own library refuses what the tests sign");
    }
    return made;
  }

  static Reply ask(UseCase useCase, String user, String body) {
    var json = (ObjectNode) Json.read(body.replace('\'', '"'));
    return useCase.handle(new Request("r", Caller.user(user), Json.object(), json));
  }

  static String code(Reply reply) {
    return Json.tree(reply.body()).path("code").asText();
  }
}
