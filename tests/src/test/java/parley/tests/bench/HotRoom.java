package parley.tests.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import parley.tests.twin.Socket;

/** Ten who write in one room, each as fast as its acks come. */
final class HotRoom {

  private static final int BUSY = 429;
  private static final int WRITERS = 10;
  private static final int WARMING = 2;
  private static final int MESSAGES = 10;

  private HotRoom() {}

  static Table writers(URI site) throws Exception {
    try (var company = Company.of(site, WRITERS)) {
      var busy = new AtomicInteger();
      run(company, WARMING, busy);
      busy.set(0);
      var began = System.nanoTime();
      var seconds = run(company, MESSAGES, busy);
      var all = (System.nanoTime() - began) / 1e9;
      return new Table("10 writers in one room", "figure")
          .row("messages", WRITERS * MESSAGES)
          .row("messages a second", WRITERS * MESSAGES / all)
          .row("refused as busy", busy.get())
          .row("slowest writer, s", seconds.slowest())
          .row("slowest over fastest", seconds.slowest() / seconds.fastest());
    }
  }

  private static Samples run(Company company, int messages, AtomicInteger busy) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<Double>>();
      for (var socket : company.sockets()) {
        writers.add(threads.submit(() -> write(company, socket, messages, busy)));
      }
      var seconds = new ArrayList<Double>();
      for (var writer : writers) {
        seconds.add(writer.get());
      }
      return Samples.of(seconds);
    }
  }

  /** Writes that many, and says how many seconds it took. */
  private static double write(Company company, Socket socket, int messages, AtomicInteger busy) {
    var began = System.nanoTime();
    var after = company.tail();
    for (var i = 0; i < messages; i++) {
      var message = company.message(after, "one of many");
      var reply = socket.ask("send", message);
      while (reply.path("status").asInt() == BUSY) {
        busy.incrementAndGet();
        reply = socket.ask("send", message);
      }
      if (!reply.at("/body").has("seq")) {
        throw new IllegalStateException("a message was refused: " + reply);
      }
      after = reply.at("/body/seq").asLong();
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
