package parley.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a file. */
final class Tail {

  private Tail() {}

  /** Its last whole lines, of at most so many bytes; "" where there is no file. */
  static String of(Path file, int bytes) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (var open = new RandomAccessFile(file.toFile(), "r")) {
      var from = Math.max(0, open.length() - bytes);
      open.seek(from);
      var end = new byte[(int) (open.length() - from)];
      open.readFully(end);
      var text = new String(end, UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}
