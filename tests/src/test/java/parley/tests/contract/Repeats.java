package parley.tests.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import parley.tests.cloud.Chance;
import parley.tests.cloud.Cloud;
import parley.tests.history.Body;
import parley.tests.history.Event;

/**
 * Messages that are each sent 1 to 10 times, at the same time, and some once more when others have
 * followed. Every room has one writer, who waits for all answers before the next message.
 */
final class Repeats {

  private static final int ROOMS = 20;
  private static final int MOST_TIMES = 10;

  private final Office office;

  private Repeats(Office office) {
    this.office = office;
  }

  static Outcome of(long seed, int messages) throws Exception {
    var trial = Trial.of(seed, messages, 0);
    return Run.of(
        trial,
        cloud -> {
          var office = Office.of(trial, cloud, 1);
          return Run.Scene.of(office, new Repeats(office).write());
        });
  }

  private List<String> write() throws Exception {
    var rooms = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<String>>();
      for (var i = 0; i < ROOMS; i++) {
        var device = new Device(office, Run.client(i));
        writers.add(threads.submit(() -> write(device)));
      }
      for (var writer : writers) {
        rooms.add(writer.get());
      }
    }
    return rooms;
  }

  private String write(Device device) throws Exception {
    var room = device.open("repeats");
    var user = device.client().user();
    var random = Chance.of(office.trial().seed(), "repeats", user);
    var share = Math.ceilDiv(office.trial().messages(), ROOMS);
    var after = 1L;
    Callable<Long> late = () -> 0L;
    for (var i = 0; i < share; i++) {
      var send = send(device, room, new UUID(random.nextLong(), random.nextLong()), after);
      after = together(send, 1 + random.nextInt(MOST_TIMES), random);
      office.progress().advance();
      var _ = late.call();
      late = random.nextInt(4) == 0 ? send : () -> 0L;
    }
    return room;
  }

  /** Sends so often at once; gives the seq that all answers agree on, or else the last. */
  private static long together(Callable<Long> send, int times, SplittableRandom random)
      throws Exception {
    if (times == 1 || random.nextInt(50) == 0) {
      return send.call();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var seq = 0L;
      var copies = new ArrayList<Future<Long>>();
      for (var i = 0; i < times; i++) {
        copies.add(threads.submit(send));
      }
      for (var copy : copies) {
        seq = copy.get();
      }
      return seq;
    }
  }

  private Callable<Long> send(Device device, String room, UUID id, long after) {
    var client = device.client();
    var body = new Body.Message("once");
    office.history().note(new Event.Sent(client, room, id.toString(), after, body));
    var frame = Link.object().put("room", room).put("clientId", id.toString());
    frame.put("after", after).put("text", body.text());
    return () -> {
      var chance = Chance.of(office.trial().seed(), id, office.requests().incrementAndGet());
      Cloud cloud = office.cloud();
      var answer =
          Tries.until(
              () -> cloud.rest(client.user(), "SendMessage", frame.deepCopy(), cloud.plan(chance)));
      var seq = answer.at("/body/seq").asLong();
      var messages = answer.at("/body/messages").asLong();
      office.history().note(new Event.Acked(client, room, id.toString(), seq, messages));
      return seq;
    };
  }
}
