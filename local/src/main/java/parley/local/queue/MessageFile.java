package parley.local.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.local.WholeFile;

/**
 * A queue's messages on disk, one a line; a line without a body tells how often the message of that
 * id was received. For one queue; not safe for many threads.
 *
 * @param path where the file is
 */
record MessageFile(Path path) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How often a message was received, and when for the first time. */
  private record Count(String id, long first, int count) {}

  /** What a twin left, in the order in which it was sent, by the messages' ids. */
  Map<String, Held> read() {
    var all = new LinkedHashMap<String, Held>();
    try {
      if (Files.exists(path)) {
        for (var line : whole().lines().toList()) {
          take(line, all);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  void append(Message message) {
    append(text(message));
  }

  /** Notes how often some messages were received now. */
  void count(Collection<Held> received) {
    var lines = new StringBuilder();
    received.forEach(
        held -> lines.append(text(new Count(held.message().id(), held.first(), held.count()))));
    append(lines.toString());
  }

  /** Replaces all by these. */
  void replace(Collection<Held> all) {
    var lines = new StringBuilder();
    for (var held : all) {
      lines.append(text(held.message()));
      if (held.count() > 0) {
        lines.append(text(new Count(held.message().id(), held.first(), held.count())));
      }
    }
    try {
      WholeFile.write(path, lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String lines) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(String line, Map<String, Held> all) throws IOException {
    var json = MAPPER.readTree(line);
    if (json.has("body")) {
      var message = MAPPER.treeToValue(json, Message.class);
      all.put(message.id(), new Held(message));
    } else if (all.containsKey(json.path("id").asText())) {
      var count = MAPPER.treeToValue(json, Count.class);
      all.get(count.id()).counted(count.first(), count.count());
    }
  }

  /** A twin that was killed while it wrote a line had told nobody that the message was sent. */
  private String whole() throws IOException {
    var text = Files.readString(path);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (!whole.equals(text)) {
      WholeFile.write(path, whole.getBytes(StandardCharsets.UTF_8));
    }
    return whole;
  }

  private static String text(Object line) {
    try {
      return MAPPER.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError("every message can be written as JSON", e);
    }
  }
}
