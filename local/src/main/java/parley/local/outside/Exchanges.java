package parley.local.outside;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import parley.local.Latest;
import parley.local.outside.Exchange.Direction;

/** The latest exchanges with a party, in memory only. Safe for many threads. */
final class Exchanges {

  private static final int MOST = 200;
  private static final int LONGEST = 2_000;

  /** Shorter texts stand in other words by chance. */
  private static final int SHORTEST_KEY = 6;

  private final Clock clock;
  private final Supplier<Collection<String>> hidden;
  private final Latest<Exchange> latest = new Latest<>(MOST);

  /**
   * None yet.
   *
   * @param hidden texts that are not kept, as they are now
   */
  Exchanges(Clock clock, Supplier<Collection<String>> hidden) {
    this.clock = clock;
    this.hidden = hidden;
  }

  void add(
      Direction direction, String method, String path, int status, byte[] body, byte[] answer) {
    var keys = hidden.get();
    var exchange =
        new Exchange(
            direction,
            clock.instant(),
            method,
            without(keys, path),
            status,
            without(keys, text(body)),
            without(keys, text(answer)));
    latest.add(exchange);
  }

  /** All that are kept, the newest first. */
  List<Exchange> newest() {
    return latest.newest();
  }

  private static String without(Collection<String> keys, String text) {
    var shown = text;
    for (var key : keys) {
      if (key.length() >= SHORTEST_KEY) {
        shown = shown.replace(key, "(not shown)");
      }
    }
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) + " …" : shown;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "(%d bytes)".formatted(bytes.length);
    }
  }
}
