package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The rows that a request might change, as the account's administrator sees them. */
public final class Stored {

  private static final Tables TABLES = Tables.of(RunningTwin.site());
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Stored() {}

  /** All rows of a room and of a person, and how many rooms there are. */
  public static List<Object> about(String room, String user) {
    var all = new ArrayList<>(of(room));
    all.addAll(
        together(
            List.of(
                () -> TABLES.rows("IdentityProfiles", "user", user),
                () -> TABLES.rows("Connections", "user", user),
                () -> TABLES.count("Rooms"))));
    return all;
  }

  /**
   * The rows of a room alone: what somebody does in a room needs a socket, which leaves its own.
   */
  public static List<Object> of(String room) {
    return together(
        List.of(
            () -> TABLES.rows("Rooms", "room", room),
            () -> TABLES.rows("RoomsMembers", "room", room),
            () -> TABLES.rows("Messages", "room", room),
            () -> TABLES.rows("MessagesParticipants", "room", room),
            () -> TABLES.rows("ConnectionsSubscriptions", "room", room),
            () -> TABLES.rows("SlackBridged", "of", "room#" + room),
            () -> TABLES.rows("SmsTexting", "of", "room#" + room),
            // They are kept by whom they are of.
            () -> TABLES.count("TriggersRemindersPending")));
  }

  /** Returns when every socket that heard a room is noticed as closed, and its row is gone. */
  public static void awaitNobodyHears(String room) {
    Patience.awaitTrue(
        "nobody hears " + room,
        () -> TABLES.rows("ConnectionsSubscriptions", "room", room).isEmpty());
  }

  /** A person's profile; their sockets' rows go when sockets that were closed are noticed. */
  public static Object profile(String user) {
    return TABLES.rows("IdentityProfiles", "user", user);
  }

  /** When each ticket expires, in seconds since 1970, by its digest. */
  public static Map<String, Long> tickets() {
    return TABLES.numbers("ConnectionsTickets", "ticket", "expires");
  }

  /** Fails where a ticket came, or went before its time: they go by themselves as they expire. */
  public static void assertTicketsAreStill(Map<String, Long> before) {
    var after = tickets();
    var now = Instant.now().getEpochSecond();
    assertThat(before).containsAllEntriesOf(after);
    before.entrySet().stream()
        .filter(ticket -> ticket.getValue() > now)
        .forEach(ticket -> assertThat(after).contains(ticket));
  }

  private static List<Object> together(List<Callable<Object>> reads) {
    try {
      var all = new ArrayList<Object>();
      for (var read : THREADS.invokeAll(reads)) {
        all.add(read.get());
      }
      return all;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
