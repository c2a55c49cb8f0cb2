package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.addons.slack.Heard.Command;
import parley.addons.slack.Heard.Deleted;
import parley.addons.slack.Heard.Edited;
import parley.addons.slack.Heard.Posted;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Request;
import parley.outside.FakeClock;
import parley.outside.FakeRows;

/** The add-on over fakes: a room and a channel that are linked where a test says so. */
final class Bridge {

  static final Place GENERAL = new Place("T1", "C1");
  static final String ROOM = "room-1";
  static final String OWNER = "ada";

  final FakeClock clock = new FakeClock();
  final FakeRows rows = new FakeRows();
  final FakeSlack slack = new FakeSlack(clock);
  private final PatientSlack patient = new PatientSlack(slack, clock);
  final FakeRooms rooms = new FakeRooms();
  final List<String> woken = new ArrayList<>();
  final Links links = new Links(rows, clock);
  final Notes notes = new Notes(rows, clock);
  final Outbox outbox = new Outbox(rows);
  final Lane lane = new Lane(rows, clock);
  final Room room = new Room(rooms::post);
  final Announcer announcer = new Announcer(links, room, patient);
  final People people = new People(patient, clock);
  final Profiles profiles = new Profiles(rooms::profiles);
  final Company company = new Company(rooms::describe, profiles);
  final Owners owners = new Owners(rooms::describe);
  final TakeMessage take = new TakeMessage(links, announcer, notes, room, patient, people);
  final RunCommand commands =
      new RunCommand(links, announcer, room, patient, people, company, clock);
  final FollowRoom follow = new FollowRoom(links, outbox, woken::add);
  final Delivery delivery = new Delivery(outbox, patient, new Traces(patient), profiles, clock);
  private final ArrayDeque<String> holders = new ArrayDeque<>();
  private final SendWaiting waiting =
      new SendWaiting(links, announcer, outbox, lane, delivery, this::holder, clock, clock::until);
  private int count;

  private String holder() {
    holders.add("holder-" + holders.size());
    return holders.getLast();
  }

  /** One invocation of whoever sends. */
  Optional<Duration> send() {
    return waiting.send(ROOM, clock.instant().plus(Duration.ofSeconds(40)));
  }

  /** Links the two, as an owner and somebody in Slack do. */
  Bridge linked() {
    links.offer("CODE", ROOM, OWNER);
    command("link CODE");
    slack.answers.clear();
    slack.calls.clear();
    return this;
  }

  /** Ends the link, as an owner of the room does. */
  void end() {
    var params = Json.object().put("room", ROOM);
    var request = new Request("r", Caller.user(OWNER), params, Json.object());
    assertThat(new EndLink(owners, links, woken::add).handle(request).status()).isEqualTo(200);
  }

  void command(String words) {
    commands.run(given("trigger-" + ++count, words));
  }

  /** A command of the channel that is given now. */
  Command given(String id, String words) {
    return given(GENERAL, id, words);
  }

  Command given(Place place, String id, String words) {
    var at = clock.instant().getEpochSecond();
    return new Command(place, id, "/parley", "U1", words, "https://answer", at);
  }

  /** A message of the channel that was written this second. */
  Posted message(String text) {
    return message(text, "");
  }

  Posted message(String text, String thread) {
    return new Posted(GENERAL, ts(++count), thread, "U1", text, 0);
  }

  String ts(int number) {
    return "%d.%06d".formatted(clock.instant().getEpochSecond(), number);
  }

  static Edited edit(Posted message, String text, String version) {
    return new Edited(
        new Posted(message.place(), message.ts(), message.thread(), message.user(), text, 0),
        version);
  }

  static Deleted deletion(Posted message) {
    return new Deleted(message.place(), message.ts());
  }

  /** An entry of the room, as an event has it. */
  static ObjectNode entry(int seq, String text) {
    return Json.object()
        .put("version", 1)
        .put("room", ROOM)
        .put("seq", seq)
        .put("kind", "message")
        .put("sender", "ada")
        .put("text", text);
  }

  static ObjectNode edited(int seq, int target, String text) {
    return entry(seq, text).put("kind", "edit").put("target", target);
  }

  static ObjectNode deleted(int seq, int target) {
    var entry = entry(seq, "").put("kind", "deletion").put("target", target);
    entry.remove("text");
    return entry;
  }
}
