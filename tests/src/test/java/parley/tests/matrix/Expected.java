package parley.tests.matrix;

import java.util.Map;

/** What a cell says: who is refused, and how; or that they are not. */
sealed interface Expected {

  /** There is no such request. */
  record Untried() implements Expected {}

  /** It is done, and shows the room where it lists rooms. */
  record Allowed() implements Expected {}

  /** It is answered without the room. */
  record LeftOut() implements Expected {}

  /** It is refused with this code, and nothing changes. */
  record Refused(int status, String code) implements Expected {}

  /** The refusals of the functions that are about who asks. */
  Map<String, Integer> STATUS =
      Map.of("not-found", 404, "forbidden", 403, "direct-room", 409, "last-owner", 409);

  /** Reads a cell of the page. */
  static Expected of(String cell) {
    return switch (cell) {
      case "–" -> new Untried();
      case "yes" -> new Allowed();
      case "left out" -> new LeftOut();
      default -> {
        if (!STATUS.containsKey(cell)) {
          throw new IllegalArgumentException(
              "a cell of docs/access.md says \"%s\": write yes, left out, – or one of %s"
                  .formatted(cell, STATUS.keySet()));
        }
        yield new Refused(STATUS.get(cell), cell);
      }
    };
  }
}
