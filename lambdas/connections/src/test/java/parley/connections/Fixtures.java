package parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import parley.kernel.Caller;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Request;

/** What the tests share. */
final class Fixtures {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Connection ADA = new Connection("ada", "A1=");
  static final Connection ADAS_PHONE = new Connection("ada", "A2=");
  static final Connection BEN = new Connection("ben", "B1=");

  private Fixtures() {}

  /** A frame's record. */
  static Request sentBy(Connection connection, String body) {
    return new Request(
        "7",
        new Caller(connection.user(), "", connection.id()),
        Json.object(),
        (ObjectNode) Json.read(body));
  }

  /** id-1, id-2, and so on. */
  static Ids ids() {
    var last = new AtomicInteger();
    return () -> "id-" + last.incrementAndGet();
  }

  /** A backoff of four attempts that waits for nothing and notes how long it would have. */
  static Backoff backoff(List<Duration> pauses) {
    return new Backoff(
        4, Duration.ofMillis(100), Duration.ofMillis(800), new Random(7), pauses::add);
  }

  static Backoff backoff() {
    return new Backoff(
        4, Duration.ofMillis(100), Duration.ofMillis(800), new Random(7), duration -> {});
  }

  /** So many connections of as many people. */
  static List<Connection> crowd(int size) {
    var crowd = new ArrayList<Connection>();
    for (var i = 0; i < size; i++) {
      crowd.add(new Connection("u" + i, "c" + i));
    }
    return crowd;
  }
}
