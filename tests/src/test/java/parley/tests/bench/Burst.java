package parley.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.concurrent.Executors;
import parley.tests.twin.Socket;

/** How many frames a listener gets when many messages come at once, in a room of 10. */
final class Burst {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUSY = 429;
  private static final int MEMBERS = 10;
  private static final int MESSAGES = 100;
  private static final int ONE_BY_ONE = 20;

  private Burst() {}

  static Table frames(URI site) throws Exception {
    try (var company = Company.of(site, MEMBERS)) {
      var after = company.tail();
      run(company, after, ONE_BY_ONE, 1); // Starts the functions.
      after += ONE_BY_ONE;
      var table =
          new Table(
              "in a room of 10", "messages", "seconds", "frames a listener", "frames a message");
      row(table, "one after another", run(company, after, ONE_BY_ONE, 1));
      row(table, "at once", run(company, after + ONE_BY_ONE, MESSAGES, MESSAGES));
      return table;
    }
  }

  private static void row(Table table, String name, Result result) {
    table.row(
        name,
        result.messages,
        result.seconds,
        result.framesEach,
        result.framesEach * MEMBERS / result.messages);
  }

  private static Result run(Company company, long after, int messages, int atOnce)
      throws Exception {
    var began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var listeners =
          company.sockets().stream()
              .skip(1)
              .map(listener -> threads.submit(() -> framesUntil(listener, messages)))
              .toList();
      var known = after;
      for (var sent = 0; sent < messages; sent += atOnce) {
        known = send(company, known, atOnce);
      }
      var frames = 0.0;
      for (var listener : listeners) {
        frames += listener.get();
      }
      return new Result(
          messages, (System.nanoTime() - began) / 1e9, frames / (company.sockets().size() - 1));
    }
  }

  /** Sends so many without waiting, and each again while the room is busy; the highest seq. */
  private static long send(Company company, long after, int messages) throws IOException {
    var socket = company.sockets().getFirst();
    var waiting = new HashMap<String, String>();
    for (var i = 0; i < messages; i++) {
      var message = company.message(after, "one of many");
      message.put("action", "send");
      message.put("id", Integer.toString(i));
      waiting.put(Integer.toString(i), JSON.writeValueAsString(message));
    }
    waiting.values().forEach(socket::sendText);
    var last = after;
    while (!waiting.isEmpty()) {
      var reply = socket.await(frame -> frame.path("type").asText().equals("reply"));
      var id = reply.path("requestId").asText();
      if (reply.path("status").asInt() == 201) {
        waiting.remove(id);
        last = Math.max(last, reply.at("/body/seq").asLong());
      } else if (reply.path("status").asInt() == BUSY) {
        socket.sendText(waiting.get(id));
      } else {
        throw new IllegalStateException("a message was refused: " + reply);
      }
    }
    return last;
  }

  private static int framesUntil(Socket listener, int messages) {
    var frames = 0;
    var heard = 0;
    while (heard < messages) {
      JsonNode frame = listener.await(candidate -> candidate.has("entries"));
      frames++;
      heard += frame.path("entries").size();
    }
    return frames;
  }

  private record Result(int messages, double seconds, double framesEach) {}
}
