package parley.tests.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sync says of one room.
 *
 * @param tail where the log ends
 * @param entries what follows the seq that was asked for
 * @param more true where entries beyond these are there
 */
public record News(String room, Screen.Mark tail, List<Entry> entries, boolean more) {

  /** Reads the answer of {@code POST /sync}. */
  public static List<News> listOf(JsonNode answer) {
    var all = new ArrayList<News>();
    for (var room : answer.required("rooms")) {
      var tail = room.required("tail");
      all.add(
          new News(
              room.required("room").asText(),
              new Screen.Mark(tail.required("seq").asLong(), tail.required("messages").asLong()),
              Entry.listOf(room.required("entries")),
              room.required("more").asBoolean()));
    }
    return all;
  }
}
