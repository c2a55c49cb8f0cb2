package parley.tests.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    return together(
        List.of(
            () -> TABLES.rows("Rooms", "room", room),
            () -> TABLES.rows("RoomsMembers", "room", room),
            () -> TABLES.rows("Messages", "room", room),
            () -> TABLES.rows("MessagesParticipants", "room", room),
            () -> TABLES.rows("ConnectionsSubscriptions", "room", room),
            () -> TABLES.rows("IdentityProfiles", "user", user),
            () -> TABLES.rows("Connections", "user", user),
            () -> TABLES.count("Rooms")));
  }

  /**
   * The rows of a room alone: what somebody does in a room needs a socket, which leaves its own.
   */
  public static List<Object> of(String room) {
    return about(room, "nobody").subList(0, 5);
  }

  /** A person's profile; their sockets' rows go when sockets that were closed are noticed. */
  public static Object profile(String user) {
    return TABLES.rows("IdentityProfiles", "user", user);
  }

  /** All tickets' digests; they go by themselves as they expire. */
  public static Set<String> tickets() {
    return TABLES.values("ConnectionsTickets", "ticket");
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
