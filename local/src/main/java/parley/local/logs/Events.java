package parley.local.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stream's events out of its file: one a line.
 *
 * <p>An event's time is the one that its JSON line names, as Lambda's JSON format writes it. A line
 * that names none has that of the line before it; those before the first that does have the time at
 * which the file was made.
 */
final class Events {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Events() {}

  /** All events, in the order of writing. */
  static List<Event> of(LogFile log) {
    var events = new ArrayList<Event>();
    var time = created(log);
    for (var line : lines(log)) {
      if (!line.isBlank()) {
        time = time(line, time);
        events.add(new Event(log.stream(), events.size(), time, line));
      }
    }
    return events;
  }

  /** When the stream was begun, in milliseconds. */
  static long created(LogFile log) {
    try {
      return Files.readAttributes(log.file(), BasicFileAttributes.class).creationTime().toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A last line without its end is still being written, and no event yet. */
  private static List<String> lines(LogFile log) {
    try {
      // Not every byte that a process prints is a character.
      var text = new String(Files.readAllBytes(log.file()), StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long time(String line, long otherwise) {
    if (!line.startsWith("{")) {
      return otherwise;
    }
    try {
      return Instant.parse(MAPPER.readTree(line).path("timestamp").asText()).toEpochMilli();
    } catch (JsonProcessingException | DateTimeException e) {
      return otherwise;
    }
  }
}
