package parley.connections;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Packs entries into frames {@code {"type":"entries","entries":[…]}}. */
final class Frames {

  /** The largest frame that API Gateway sends, in bytes (its WebSocket quotas). */
  static final int MOST_BYTES = 32 * 1024;

  private static final byte[] HEAD = utf8("{\"type\":\"entries\",\"entries\":[");
  private static final byte[] TAIL = utf8("]}");

  private Frames() {}

  /**
   * As few frames as hold the entries in their order. An entry that is larger than a frame gets one
   * of its own: the log takes none of that size.
   */
  static List<byte[]> of(List<Entry> entries) {
    var frames = new ArrayList<byte[]>();
    var frame = new ByteArrayOutputStream();
    for (var entry : entries) {
      var json = utf8(entry.json());
      if (frame.size() > 0 && frame.size() + 1 + json.length + TAIL.length > MOST_BYTES) {
        frames.add(ended(frame));
        frame = new ByteArrayOutputStream();
      }
      frame.writeBytes(frame.size() == 0 ? HEAD : utf8(","));
      frame.writeBytes(json);
    }
    if (frame.size() > 0) {
      frames.add(ended(frame));
    }
    return frames;
  }

  private static byte[] ended(ByteArrayOutputStream frame) {
    frame.writeBytes(TAIL);
    return frame.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
