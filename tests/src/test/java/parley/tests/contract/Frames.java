package parley.tests.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import parley.tests.history.Entry;

/** Reads frames of entries; the same frame, sent to many, is read once. */
final class Frames {

  private static final ObjectMapper JSON = new ObjectMapper();

  private volatile Read last = new Read(new byte[0], List.of());

  private record Read(byte[] frame, List<Entry> entries) {}

  List<Entry> entries(byte[] frame) {
    var read = last;
    if (read.frame != frame) {
      read = new Read(frame, read(frame));
      last = read;
    }
    return read.entries;
  }

  private static List<Entry> read(byte[] frame) {
    try {
      return Entry.listOf(JSON.readTree(frame).required("entries"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
