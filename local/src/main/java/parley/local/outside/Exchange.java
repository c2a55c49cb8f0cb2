package parley.local.outside;

import java.time.Instant;

/**
 * Something that was said between the stack and a party. Without headers, and without the party's
 * keys.
 *
 * @param direction whose request it was
 * @param path with the query
 * @param status the answer's; 0 where none came
 * @param body the beginning of what was asked
 * @param answer the beginning of what was answered
 */
public record Exchange(
    Direction direction,
    Instant at,
    String method,
    String path,
    int status,
    String body,
    String answer) {

  /** Whose request it was. */
  public enum Direction {
    /** The stack's, to the party. */
    OUT,
    /** The party's, to the stack. */
    IN
  }
}
