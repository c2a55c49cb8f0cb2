package parley.local.socket;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The connections that are open, by their ids.
 *
 * <p>A client may hear that its handshake succeeded a moment before the server has the connection
 * in its hands. Who asks for it in that moment waits for it, so that nobody is told that it is
 * gone. Safe for many threads.
 *
 * @param <C> a connection, of which nothing need be known here
 */
final class OpenConnections<C> {

  private static final int HANDSHAKE_SECONDS = 5;

  private final Map<String, C> open = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<C>> expected = new ConcurrentHashMap<>();

  /** The handshake of this connection is about to be answered. */
  void expect(String id) {
    var connection = new CompletableFuture<C>();
    expected.put(id, connection);
    connection
        .orTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
        .whenComplete((ready, failure) -> expected.remove(id));
  }

  void add(String id, C connection) {
    open.put(id, connection);
    var waiting = expected.get(id);
    if (waiting != null) {
      waiting.complete(connection);
    }
  }

  void remove(String id) {
    open.remove(id);
  }

  /** The open connection; empty where it is gone, or was never there. */
  Optional<C> find(String id) {
    var waiting = expected.get(id);
    if (waiting != null) {
      try {
        return Optional.of(waiting.join());
      } catch (CompletionException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(open.get(id));
  }

  Collection<C> all() {
    return open.values();
  }
}
