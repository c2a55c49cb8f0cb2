package parley.addons.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.kernel.Json;

/**
 * One thing that is kept.
 *
 * @param of what it belongs to
 * @param item its name there, by which rows are in order
 * @param revision how often it was written; 0 where it is not there
 * @param value what it holds; empty where it is not there
 */
record Row(String of, String item, long revision, ObjectNode value) {

  /** One that is not there. */
  static Row absent(String of, String item) {
    return new Row(of, item, 0, Json.object());
  }

  boolean exists() {
    return revision > 0;
  }

  /** What it holds, as a record. */
  <T extends Record> T as(Class<T> type) {
    return Json.MAPPER.convertValue(value, type);
  }

  /** The same row, about to hold something else. */
  Row holding(Record record) {
    return new Row(of, item, revision, (ObjectNode) Json.tree(record));
  }
}
