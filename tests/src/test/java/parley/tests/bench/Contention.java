package parley.tests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often a message is tried when several functions write in one room at the same time. */
final class Contention {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUSY = 429;
  private static final int WRITERS = 4;
  private static final int WARMING = 10;
  private static final int MESSAGES = 50;

  private Contention() {}

  static Table attempts() throws Exception {
    var functions = Functions.ofDemo();
    var processes = new ArrayList<FunctionProcess>();
    try (var meter = Meter.with(functions.tables())) {
      Room.open(functions, meter, WRITERS);
      for (var i = 0; i < WRITERS; i++) {
        processes.add(
            FunctionProcess.start(functions.named("messages.SendMessage"), meter.address()));
      }
      run(processes, WARMING);
      meter.take();
      var began = System.nanoTime();
      var busy = run(processes, MESSAGES);
      var seconds = (System.nanoTime() - began) / 1e9;
      var count = meter.take();
      var all = (double) WRITERS * MESSAGES;
      return new Table(WRITERS + " functions that write in one room", "figure")
          .row("messages a second", all / seconds)
          .row("attempts a message", count.puts() / all)
          .row("write units a message", count.writes() / all)
          .row("read units a message", count.reads() / all)
          .row("refused as busy", busy);
    } finally {
      for (var process : processes) {
        process.close();
      }
    }
  }

  /** Each sends so many, with what it knows of the log; how many were refused and sent again. */
  private static int run(ArrayList<FunctionProcess> processes, int messages) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<Integer>>();
      for (var i = 0; i < processes.size(); i++) {
        var user = i;
        writers.add(threads.submit(() -> write(processes.get(user), user, messages)));
      }
      var busy = 0;
      for (var writer : writers) {
        busy += writer.get();
      }
      return busy;
    }
  }

  private static int write(FunctionProcess function, int user, int messages) throws Exception {
    var busy = 0;
    var after = (long) WRITERS;
    for (var i = 0; i < messages; i++) {
      var event = Events.sends(user, after);
      var answer = JSON.readTree(function.ask(event).text());
      while (answer.path("status").asInt() == BUSY) {
        busy++;
        answer = JSON.readTree(function.ask(event).text());
      }
      if (!answer.path("body").has("seq")) {
        throw new IllegalStateException("a message was refused: " + answer);
      }
      after = answer.at("/body/seq").asLong();
    }
    return busy;
  }
}
