package parley.tests.faults;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.tests.history.Anomaly;
import parley.tests.history.Body;
import parley.tests.history.Checker;
import parley.tests.history.Client;
import parley.tests.history.Entry;
import parley.tests.history.Event;
import parley.tests.history.History;
import parley.tests.history.Screen;
import parley.tests.twin.Person;

/** People with devices and rooms, whose history is judged when all is at rest. */
final class Company implements AutoCloseable {

  private static final int PAGE = 100;

  private final URI site;
  private final History history = new History();
  private final List<Person> people = new ArrayList<>();
  private final List<Device> devices = new ArrayList<>();
  private final List<String> rooms = new ArrayList<>();
  private final Map<Person, String> ids = new LinkedHashMap<>();

  /** So many people with new accounts. */
  Company(URI site, int size) throws InterruptedException {
    this.site = site;
    for (var i = 0; i < size; i++) {
      var person = newcomer(site, "p%d".formatted(i));
      people.add(person);
      ids.put(person, Rest.insist(person, "GET", "/profile", null).text("user"));
    }
  }

  /** One with a new account, whose name begins so. */
  static Person newcomer(URI site, String name) {
    var unique = UUID.randomUUID().toString().substring(0, 8);
    return Person.newcomer(site, "%s-%s".formatted(name, unique));
  }

  List<Person> people() {
    return people;
  }

  History history() {
    return history;
  }

  Person person(int index) {
    return people.get(index);
  }

  String id(Person person) {
    return ids.get(person);
  }

  List<Device> devices() {
    return devices;
  }

  List<String> rooms() {
    return rooms;
  }

  /** A room of the first, who owns it, and the others. */
  String room(Person owner, List<Person> others) throws InterruptedException {
    var wanted =
        Map.of("clientId", UUID.randomUUID().toString(), "name", "Room", "visibility", "private");
    var room = Rest.insist(owner, "POST", "/rooms", wanted).text("room");
    for (var other : others) {
      add(owner, room, id(other));
    }
    rooms.add(room);
    return room;
  }

  void add(Person owner, String room, String user) throws InterruptedException {
    change(owner, "PUT", room, new Body.Membership(user, "added"), Map.of("role", "member"));
  }

  void remove(Person owner, String room, String user) throws InterruptedException {
    change(owner, "DELETE", room, new Body.Membership(user, "removed"), null);
  }

  private void change(
      Person owner,
      String method,
      String room,
      Body.Membership change,
      @Nullable Map<String, String> body)
      throws InterruptedException {
    var request = UUID.randomUUID().toString();
    var client = new Client(id(owner), "rest");
    history.note(new Event.Changing(client, room, request, change.user(), change.change()));
    var path = "/rooms/%s/members/%s".formatted(room, change.user());
    var done = Rest.insist(owner, method, path, body).status() == 200;
    history.note(new Event.Changed(client, room, request, done));
  }

  /** A device that shows these rooms, not online yet. */
  Device device(Person person, List<String> of) {
    var name = Integer.toString(devices.size());
    var device = new Device(site, person, new Client(id(person), name), history).with(of);
    devices.add(device);
    return device;
  }

  /** What is wrong, when every device has asked once more for what it missed. */
  List<Anomaly> atRest() throws InterruptedException {
    var screens = new ArrayList<Screen>();
    for (var device : devices) {
      settle(device);
      screens.addAll(device.reader().screens());
    }
    var logs = new LinkedHashMap<String, List<Entry>>();
    for (var room : rooms) {
      logs.put(room, log(room));
    }
    return Checker.check(history, logs, screens);
  }

  @Override
  public void close() {
    devices.forEach(Device::close);
  }

  private static void settle(Device device) throws InterruptedException {
    var backoff = new Backoff();
    while (true) {
      try {
        device.healer().heal(device.reader().rooms());
        return;
      } catch (NoReply e) {
        backoff.pause();
      }
    }
  }

  /** All of a room's log, as its owner reads it. */
  private List<Entry> log(String room) throws InterruptedException {
    var owner = people.getFirst();
    var entries = new ArrayList<Entry>();
    var more = true;
    while (more) {
      var after = entries.isEmpty() ? 0 : entries.getLast().seq();
      var path = "/rooms/%s/messages?after=%d&limit=%d".formatted(room, after, PAGE);
      var page = Rest.insist(owner, "GET", path, null).body();
      entries.addAll(Entry.listOf(page.required("entries")));
      more = page.required("more").asBoolean();
    }
    return entries;
  }
}
