package parley.tests.bench;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How long a message takes from socket to socket, one at a time, with warm functions. */
final class Delivery {

  private static final int WARMING = 100;
  private static final int MESSAGES = 200;

  private Delivery() {}

  static Table times(URI site) throws Exception {
    try (var company = Company.of(site, 2);
        var listener = Executors.newVirtualThreadPerTaskExecutor()) {
      var acks = new long[MESSAGES];
      var frames = new long[MESSAGES];
      var after = company.tail();
      for (var i = -WARMING; i < MESSAGES; i++) {
        var text = "message " + i;
        Callable<Long> arrival =
            () -> {
              company
                  .sockets()
                  .getLast()
                  .awaitEntry(entry -> entry.path("text").asText().equals(text));
              return System.nanoTime();
            };
        var arrived = listener.submit(arrival);
        var sent = System.nanoTime();
        var reply = company.sockets().getFirst().ask("send", company.message(after, text));
        var acked = System.nanoTime();
        after = reply.at("/body/seq").asLong();
        var heard = arrived.get();
        if (i >= 0) {
          acks[i] = acked - sent;
          frames[i] = heard - sent;
        }
      }
      var table =
          new Table("from the send, ms (" + MESSAGES + " messages)", "median", "p95", "max");
      row(table, "to the sender's ack", Samples.ofNanos(acks));
      row(table, "to the other's frame", Samples.ofNanos(frames));
      return table;
    }
  }

  private static void row(Table table, String name, Samples samples) {
    table.row(name, samples.median(), samples.at(0.95), samples.slowest());
  }
}
