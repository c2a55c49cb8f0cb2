package parley.outside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import parley.kernel.Json;

/**
 * One thing that is kept.
 *
 * @param of what it belongs to
 * @param item its name there, by which rows are in order
 * @param revision how often it was written; 0 where it is not there
 * @param value what it holds; empty where it is not there
 * @param expires after which it may go by itself; {@link Instant#MAX} where it stays
 */
public record Row(String of, String item, long revision, ObjectNode value, Instant expires) {

  /** One that is not there. */
  public static Row absent(String of, String item) {
    return new Row(of, item, 0, Json.object(), Instant.MAX);
  }

  public boolean exists() {
    return revision > 0;
  }

  /** What it holds, as a record. */
  public <T extends Record> T as(Class<T> type) {
    return Json.MAPPER.convertValue(value, type);
  }

  /** The same row, about to hold something else. */
  public Row holding(Record record) {
    return new Row(of, item, revision, (ObjectNode) Json.tree(record), expires);
  }

  /** The same row, which goes by itself then. */
  public Row until(Instant end) {
    return new Row(of, item, revision, value, end);
  }
}
