package parley.tests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.tests.cloud.Cloud;
import parley.tests.cloud.Fault;
import parley.tests.cloud.Line;
import parley.tests.cloud.Plan;
import parley.tests.history.Event;
import parley.tests.history.News;
import parley.tests.history.Reader;
import parley.tests.history.Screen;

/**
 * A device's connection: opens a socket, subscribes, then syncs, and begins anew where any of that
 * gets no answer. Used by its device's thread, but for frames that come.
 */
final class Link {

  private static final int BATCH = 50;
  private static final Frames FRAMES = new Frames();

  private final Office office;
  private final String user;
  private final Reader reader;
  private final Supplier<Plan> plans;
  private final Set<String> behind = ConcurrentHashMap.newKeySet();
  private final Set<String> heard = new HashSet<>();
  private volatile @Nullable Line line;
  private @Nullable Line former;
  private @Nullable Fault ticketFault;

  Link(Office office, Reader reader, String user, Supplier<Plan> plans) {
    this.office = office;
    this.reader = reader;
    this.user = user;
    this.plans = plans;
  }

  /** Sends a frame; null where there is no answer. */
  @Nullable JsonNode frame(String function, ObjectNode body, Plan plan) {
    return cloud().frame(live(), function, body, plan);
  }

  /** Sends a frame on the socket as it is, from any thread; null where there is no answer. */
  @Nullable JsonNode again(String function, ObjectNode body, Plan plan) {
    var open = line;
    return open == null ? null : cloud().frame(open, function, body, plan);
  }

  /** Asks over REST until there is an answer. */
  JsonNode rest(String function, ObjectNode body) {
    return Tries.until(() -> cloud().rest(user, function, body, plans.get()));
  }

  /** Connects where it is not, and gets what is missing. */
  void heal() {
    live();
    do {
      var rooms = Set.copyOf(behind);
      behind.removeAll(rooms);
      var unheard = reader.rooms().stream().filter(room -> !heard.contains(room)).toList();
      if (hear(unheard)) {
        sync(rooms);
        sync(unheard);
      } else {
        drop(Fault.SOCKET_CUT);
        behind.addAll(rooms);
        live();
      }
    } while (!behind.isEmpty());
  }

  /** The connection ends in that way. */
  void drop(Fault how) {
    var open = line;
    if (open == null) {
      return;
    }
    switch (how) {
      case SOCKET_HALF_OPEN -> open.become(Line.State.HALF_OPEN);
      case READER_STALLED -> open.become(Line.State.STALLED);
      case SOCKET_CUT -> {
        cloud().cut(open);
        cloud().disconnected(open, plans.get());
      }
      case DISCONNECTED_LATE -> {
        cloud().cut(open);
        former = open;
      }
      default -> cloud().cut(open);
    }
  }

  /** Reads again what was not read. */
  void read() {
    if (line != null && line.state() == Line.State.STALLED) {
      line.become(Line.State.OPEN);
    }
  }

  /** The next ticket is used wrongly first. */
  void abuse(Fault how) {
    ticketFault = how;
    drop(Fault.SOCKET_CUT);
  }

  /** The rooms that the server lists, with the read marks that it has. */
  void list() {
    var next = "";
    do {
      var body = object().put("scope", "mine").put("next", next);
      var answer = rest("ListRooms", body).path("body");
      for (var room : answer.path("rooms")) {
        reader.open(room.path("room").asText(), 0);
        reader.read(
            room.path("room").asText(),
            new Screen.Mark(room.at("/read/seq").asLong(), room.at("/read/messages").asLong()));
      }
      next = answer.path("next").asText();
    } while (!next.isEmpty());
  }

  /** Syncs until nothing is missing in these rooms, or nothing comes of it. */
  void sync(Collection<String> rooms) {
    List<String> left = List.copyOf(rooms);
    var before = Map.<String, Long>of();
    while (!left.isEmpty()) {
      var some = reader.wanted(left.subList(0, Math.min(BATCH, left.size())));
      var rest = left.subList(Math.min(BATCH, left.size()), left.size());
      if (some.equals(before)) {
        return;
      }
      before = some;
      var next = new ArrayList<>(rest);
      if (!some.isEmpty()) {
        next.addAll(synced(some));
      }
      left = next;
    }
  }

  private Set<String> synced(Map<String, Long> some) {
    var body = object();
    var wanted = body.putArray("rooms");
    some.forEach((room, after) -> wanted.addObject().put("room", room).put("after", after));
    var asked = office.history().now();
    return reader.synced(asked, some, News.listOf(rest("Sync", body).path("body")));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private Line live() {
    while (line == null
        || line.state() == Line.State.CLOSED
        || line.state() == Line.State.HALF_OPEN) {
      if (line != null) {
        office.history().note(new Event.Closed(reader.client()));
        cloud().cut(line);
      }
      connect();
    }
    return line;
  }

  private void connect() {
    var ticket = ticket();
    if (ticketFault == Fault.TICKET_EXPIRED) {
      refuse(cloud().admitsLate(user, ticket), Fault.TICKET_EXPIRED);
      return;
    }
    line = Tries.once(() -> cloud().open(user, ticket, this::received, plans.get()));
    // An opening that failed may not have used the ticket: then this is tried with the next one.
    if (line != null && ticketFault == Fault.TICKET_REUSED) {
      var second = cloud().open(user, ticket, this::received, Plan.none());
      refuse(second != null, Fault.TICKET_REUSED);
    }
    if (line != null) {
      greet();
    }
  }

  private void greet() {
    office.history().note(new Event.Opened(reader.client()));
    if (former != null) {
      cloud().disconnected(former, plans.get());
      former = null;
    }
    heard.clear();
    list();
    if (hear(reader.rooms())) {
      sync(reader.rooms());
    } else {
      drop(Fault.NEVER_DISCONNECTED);
    }
  }

  private String ticket() {
    return rest("IssueTicket", object()).at("/body/ticket").asText();
  }

  private void refuse(boolean admitted, Fault fault) {
    cloud().toll().take(fault);
    ticketFault = null;
    if (admitted) {
      office.violations().add("%s: a socket of %s was let in".formatted(fault, user));
    }
  }

  /** False where a frame got no answer: the connection is of no use then. */
  private boolean hear(List<String> rooms) {
    for (var from = 0; from < rooms.size(); from += BATCH) {
      var some = rooms.subList(from, Math.min(from + BATCH, rooms.size()));
      var body = object();
      some.forEach(body.putArray("rooms")::add);
      var open = line;
      var answer = open == null ? null : cloud().frame(open, "Subscribe", body, plans.get());
      if (answer == null || answer.path("status").asInt() != 200) {
        return false;
      }
      answer.at("/body/rooms").forEach(room -> heard.add(room.asText()));
    }
    return true;
  }

  private void received(byte[] frame) {
    behind.addAll(reader.received(FRAMES.entries(frame)));
  }

  private Cloud cloud() {
    return office.cloud();
  }
}
