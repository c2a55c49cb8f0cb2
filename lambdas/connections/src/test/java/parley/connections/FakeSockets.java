package parley.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sockets that keep what they are sent, and answer as they are told to. */
final class FakeSockets implements Sockets {

  final List<String> closed = new CopyOnWriteArrayList<>();
  Runnable onClose = () -> {};
  private final Map<String, List<String>> frames = new ConcurrentHashMap<>();
  private final Map<String, Deque<Outcome>> answers = new ConcurrentHashMap<>();

  /** The next answers of a socket; the last of them is given for ever. */
  FakeSockets answering(String connection, Outcome... outcomes) {
    answers.put(connection, new ArrayDeque<>(List.of(outcomes)));
    return this;
  }

  /** What a socket was sent, in order. */
  List<String> frames(String connection) {
    return frames.getOrDefault(connection, List.of());
  }

  /** Who was sent anything. */
  Set<String> reached() {
    return frames.keySet();
  }

  @Override
  public Outcome post(String connection, byte[] frame) {
    var outcome = next(connection);
    if (outcome == Outcome.DONE) {
      frames
          .computeIfAbsent(connection, absent -> new CopyOnWriteArrayList<>())
          .add(new String(frame, UTF_8));
    }
    return outcome;
  }

  @Override
  public Outcome close(String connection) {
    onClose.run();
    var outcome = next(connection);
    if (outcome == Outcome.DONE) {
      closed.add(connection);
    }
    return outcome;
  }

  private Outcome next(String connection) {
    var scripted = answers.getOrDefault(connection, new ArrayDeque<>(List.of(Outcome.DONE)));
    synchronized (scripted) {
      return scripted.size() > 1 ? scripted.removeFirst() : scripted.getFirst();
    }
  }
}
