package parley.tests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.tests.cloud.Chance;
import parley.tests.cloud.Fault;
import parley.tests.cloud.Plan;
import parley.tests.history.Body;
import parley.tests.history.Client;
import parley.tests.history.Entry;
import parley.tests.history.Event;
import parley.tests.history.Reader;
import parley.tests.history.Screen;

/** Somebody's device: does one thing after the other, and each until it is answered. */
final class Device {

  private static final List<Fault> UPSETS =
      List.of(
          Fault.SOCKET_CUT,
          Fault.NEVER_DISCONNECTED,
          Fault.DISCONNECTED_LATE,
          Fault.SOCKET_HALF_OPEN,
          Fault.READER_STALLED,
          Fault.SLEPT_FOR_DAYS,
          Fault.TICKET_REUSED,
          Fault.TICKET_EXPIRED);
  private static final List<String> EMOJI = List.of("👍", "🎉", "❤️");
  private static final int UPSET_PER_MILLE = 12;

  private final Office office;
  private final Client client;
  private final Reader reader;
  private final Link link;
  private final Sender sender;
  private SplittableRandom random;
  private long turn;
  private long stalledUntil;
  private long tries;

  Device(Office office, Client client) {
    this.office = office;
    this.client = client;
    reader = new Reader(client, office.history(), office.trial().windows());
    link = new Link(office, reader, client.user(), this::plan);
    sender = new Sender(office, client, reader, link);
    random = Chance.of(seed(), client, turn);
  }

  Client client() {
    return client;
  }

  Reader reader() {
    return reader;
  }

  /** Sends, and does what else people do in between, until all have sent enough together. */
  void live() throws InterruptedException {
    while (office.progress().messages() < office.trial().messages()) {
      begin();
      link.heal();
      act();
    }
    office.progress().leave();
  }

  /** Connects if it must, reads what it has not read, and gets what is missing. */
  void settle() {
    link.read();
    link.heal();
  }

  /** Learns the marks that other devices have set. */
  void learn() {
    link.list();
  }

  /** Says something in a room, once it is connected; false where that is refused. */
  boolean say(String room, String text) {
    turn++;
    begin(false);
    link.heal();
    return sender.append("SendMessage", room, new Body.Message(text), random, turn);
  }

  /** Asks for a change of somebody's membership, until it is answered. */
  void change(String room, String user, String change) {
    var request = "change-" + office.requests().incrementAndGet();
    office.history().note(new Event.Changing(client, room, request, user, change));
    var body = Link.object().put("room", room).put("user", user).put("role", "member");
    var function =
        switch (change) {
          case "added" -> "AddMember";
          case "removed" -> "RemoveMember";
          case "left" -> "Leave";
          case "joined" -> "Join";
          default -> throw new IllegalArgumentException("no such change: " + change);
        };
    var answer = link.rest(function, body);
    var done = answer.path("status").asInt() < 300;
    office.history().note(new Event.Changed(client, room, request, done));
  }

  /** The same person, as they change memberships beside all else that they do: that many so far. */
  Device usher(long number) {
    var usher = new Device(office, client);
    usher.turn = -1 - number;
    return usher;
  }

  /** Looks at a room anew; true where it is shown. */
  boolean looks(String room) {
    turn++;
    begin(false);
    link.sync(List.of(room));
    return reader.rooms().contains(room);
  }

  /** Removes somebody from a room. */
  boolean removes(String room, String user) {
    turn++;
    begin(false);
    change(room, user, "removed");
    return true;
  }

  /** Makes a room, and gives its id. */
  String open(String name) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var body = Link.object().put("clientId", id).put("name", name).put("visibility", "public");
    var room = link.rest("CreateRoom", body).at("/body/room").asText();
    var request = "room-" + room;
    office.history().note(new Event.Changing(client, room, request, client.user(), "joined"));
    office.history().note(new Event.Changed(client, room, request, true));
    return room;
  }

  private void begin() throws InterruptedException {
    begin(true);
    if (turn == stalledUntil) {
      link.read();
    }
    if (office.trial().perMille() > 0 && random.nextInt(1000) < UPSET_PER_MILLE) {
      upset(Chance.oneOf(UPSETS, random));
    }
  }

  private void begin(boolean next) {
    turn += next ? 1 : 0;
    tries = 0;
    random = Chance.of(seed(), client, turn);
  }

  private void upset(Fault fault) throws InterruptedException {
    switch (fault) {
      case TICKET_REUSED, TICKET_EXPIRED -> link.abuse(fault);
      case SLEPT_FOR_DAYS -> {
        if (random.nextInt(4) > 0) {
          return;
        }
        office.cloud().toll().take(fault);
        link.drop(fault);
        sleep();
      }
      default -> {
        office.cloud().toll().take(fault);
        link.drop(fault);
        stalledUntil = turn + 15;
      }
    }
  }

  private void sleep() throws InterruptedException {
    var _ = office.progress().sleep(office.trial().messages() / 5 + random.nextInt(1000));
  }

  private void act() {
    var rooms = reader.rooms();
    if (rooms.isEmpty()) {
      link.list();
      return;
    }
    var room = Chance.oneOf(rooms.stream().sorted().toList(), random);
    var text = "%s says %d".formatted(client, turn);
    var kind = random.nextInt(100);
    var own = own(room);
    if (kind < 90) {
      append("SendMessage", room, new Body.Message(text));
    } else if (kind < 94 && own != null) {
      append("EditMessage", room, new Body.Edit(own.seq(), text + ", edited"));
    } else if (kind < 96 && own != null) {
      append("DeleteMessage", room, new Body.Deletion(own.seq()));
    } else if (kind < 98 && own != null) {
      var emoji = Chance.oneOf(EMOJI, random);
      append("React", room, new Body.Reaction(own.seq(), emoji, random.nextBoolean()));
    } else {
      mark(room);
    }
  }

  private void append(String function, String room, Body body) {
    var _ = sender.append(function, room, body, random, turn);
  }

  /** One of one's own last messages; null where there is none. */
  private @Nullable Entry own(String room) {
    return reader.latest(room, 60).stream()
        .filter(e -> e.body() instanceof Body.Message && e.sender().equals(client.user()))
        .findFirst()
        .orElse(null);
  }

  private void mark(String room) {
    var latest = reader.latest(room, 1);
    if (latest.isEmpty()) {
      return;
    }
    var mark = new Screen.Mark(latest.getFirst().seq(), latest.getFirst().messages());
    ObjectNode body = Link.object().put("room", room);
    JsonNode answer =
        link.rest("MarkRead", body.put("seq", mark.seq()).put("messages", mark.messages()));
    if (answer.path("status").asInt() == 200) {
      office.history().note(new Event.Read(client, room, mark.seq(), mark.messages()));
      reader.read(room, mark);
    }
  }

  /** The faults of the next request of this turn. */
  private Plan plan() {
    return office.cloud().plan(Chance.of(seed(), client, turn, "rest", tries++));
  }

  private long seed() {
    return office.trial().seed();
  }
}
