package parley.messages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.kernel.Input;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Says for up to 50 rooms where their logs end and what came after the seqs that the caller has.
 *
 * <p>Whether the caller may see them is asked after they were read, as in {@link ReadHistory}.
 */
final class Sync implements UseCase {

  static final int MOST_ROOMS = 50;

  private final Log log;
  private final Rights rights;
  private final int mostBytes;

  /**
   * Syncs until that many bytes of entries are together; from there on a room gets only its end,
   * and {@code more} where there is any.
   */
  Sync(Log log, Rights rights, int mostBytes) {
    this.log = log;
    this.rights = rights;
    this.mostBytes = mostBytes;
  }

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var wanted = wanted(input);
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> sync(wanted, request.caller().user()));
  }

  private Reply sync(List<Wanted> wanted, String user) {
    var read = new RoomReader(log, mostBytes).read(wanted);
    var readable =
        rights.readable(user, wanted.stream().map(Wanted::room).collect(Collectors.toSet()));
    var rooms = Json.MAPPER.createArrayNode();
    for (var news : read) {
      if (readable.contains(news.room())) {
        rooms.add(news.json());
      }
    }
    return Reply.ok(Json.object().set("rooms", rooms));
  }

  private static List<Wanted> wanted(Input input) {
    var wanted = new ArrayList<Wanted>();
    Set<String> named = new HashSet<>();
    for (var room : input.objects("rooms", MOST_ROOMS)) {
      var id = room.id("room");
      if (!id.isEmpty() && !named.add(id)) {
        room.reject("room", "is named twice");
      }
      wanted.add(new Wanted(id, room.has("after") ? room.seq("after", 0) : null));
    }
    return wanted;
  }

  /**
   * A room to sync.
   *
   * @param after the seq that the caller has; null where only the end is wanted
   */
  record Wanted(String room, @Nullable Long after) {}
}
