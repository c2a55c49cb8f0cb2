package parley.local.kinesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import parley.local.WholeFile;

/**
 * The records whose keys' hashes are in one range: in memory as long as they are kept, and in a
 * file, one a line. Used by one thread at a time.
 */
final class Shard {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What one shard takes in a second. Source: "Quotas and limits" of the developer guide. */
  private static final int MOST_RECORDS = 1_000;

  private static final int MOST_BYTES = 1 << 20;

  private final String id;
  private final BigInteger from;
  private final BigInteger to;
  private final Path file;
  private final Duration retention;
  private final Clock clock;
  private final Deque<Record> records = new ArrayDeque<>();
  private long second;
  private int recordsInSecond;
  private int bytesInSecond;

  /**
   * @param from the first hash that is its
   * @param to the last one
   */
  Shard(String id, BigInteger from, BigInteger to, Path file, Duration retention, Clock clock) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.file = file;
    this.retention = retention;
    this.clock = clock;
    read();
  }

  String id() {
    return id;
  }

  BigInteger from() {
    return from;
  }

  BigInteger to() {
    return to;
  }

  boolean takes(BigInteger hash) {
    return from.compareTo(hash) <= 0 && hash.compareTo(to) <= 0;
  }

  /** The highest number that it has seen; 0 for none. */
  long last() {
    return records.isEmpty() ? 0 : records.getLast().number();
  }

  /** Whether it takes so many bytes more in this second; they then count. */
  boolean admits(int bytes) {
    var now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      recordsInSecond = 0;
      bytesInSecond = 0;
    }
    if (recordsInSecond + 1 > MOST_RECORDS || bytesInSecond + bytes > MOST_BYTES) {
      return false;
    }
    recordsInSecond++;
    bytesInSecond += bytes;
    return true;
  }

  void add(Record record) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, line(record), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    records.addLast(record);
    forgetOld();
  }

  /** What follows a number and is kept, the oldest first. */
  List<Record> after(long number, int most) {
    forgetOld();
    var since = oldest();
    return records.stream()
        .filter(r -> r.number() > number && r.arrived() >= since)
        .limit(most)
        .toList();
  }

  /**
   * How much later than the record of a number the last one came; 1 ms at least where it is not.
   */
  long behind(long number) {
    if (number >= last()) {
      return 0;
    }
    var reached =
        records.stream()
            .filter(r -> r.number() <= number)
            .mapToLong(Record::arrived)
            .max()
            .orElse(records.getFirst().arrived());
    return Math.max(1, records.getLast().arrived() - reached);
  }

  /** The last number before a time; 0 where all came after it. */
  long before(long millis) {
    return records.stream()
        .filter(r -> r.arrived() < millis)
        .mapToLong(Record::number)
        .max()
        .orElse(0);
  }

  /** But for the last, which says how far the numbers have come. */
  private void forgetOld() {
    while (records.size() > 1 && records.getFirst().arrived() < oldest()) {
      records.removeFirst();
    }
  }

  private long oldest() {
    return clock.millis() - retention.toMillis();
  }

  /** A line that was cut short is of a record that nobody was told of. */
  private void read() {
    try {
      if (!Files.exists(file)) {
        return;
      }
      var text = Files.readString(file);
      for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        records.addLast(MAPPER.readValue(line, Record.class));
      }
      var kept = new StringBuilder();
      forgetOld();
      records.forEach(record -> kept.append(line(record)));
      WholeFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Record record) {
    try {
      return MAPPER.writeValueAsString(record) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
