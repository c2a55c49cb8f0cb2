package parley.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import parley.tests.history.Body;

/**
 * People who write, each in some rooms at once: messages, and now and then an edit, a reaction or a
 * deletion of one of their own.
 */
final class Traffic {

  private final AtomicLong acked = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();
  private final List<Thread> lanes = new ArrayList<>();
  private final List<Outbox> outboxes = new ArrayList<>();
  private volatile boolean enough;

  /** A device writes in a room until that is enough, or {@link #stop}. */
  void write(Device device, String room, long seed, BooleanSupplier isEnough) {
    var outbox = new Outbox(device);
    outboxes.add(outbox);
    lanes.add(
        Thread.ofVirtual()
            .name("lane %s %s".formatted(device.client(), room))
            .start(() -> write(outbox, room, new SplittableRandom(seed), isEnough)));
  }

  /** How many messages were acked. */
  long messages() {
    return messages.get();
  }

  /** How much was acked in all. */
  long acked() {
    return acked.get();
  }

  /** How often something was sent once more. */
  long retries() {
    return outboxes.stream().mapToLong(Outbox::retries).sum();
  }

  /** Returns when so much more has been acked than had been. */
  synchronized void awaitAcked(long total) throws InterruptedException {
    var until = System.nanoTime() + 120_000_000_000L;
    while (acked.get() < total) {
      if (System.nanoTime() > until) {
        throw new AssertionError("only %d were acked, of %d".formatted(acked.get(), total));
      }
      wait(1_000);
    }
  }

  /** Begins nothing more, and waits for what was begun. */
  void stop() throws InterruptedException {
    enough = true;
    join();
  }

  /** Waits until all have written enough. */
  void join() throws InterruptedException {
    for (var lane : lanes) {
      lane.join();
    }
  }

  private void write(
      Outbox outbox, String room, SplittableRandom random, BooleanSupplier isEnough) {
    var own = new ArrayList<Long>();
    try {
      while (!enough && !isEnough.getAsBoolean()) {
        var body = body(own, random);
        var seq = outbox.carry(room, body);
        if (seq.isPresent() && body instanceof Body.Message) {
          own.add(seq.get());
          messages.incrementAndGet();
        }
        count();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count() {
    acked.incrementAndGet();
    notifyAll();
  }

  private static Body body(List<Long> own, SplittableRandom random) {
    var chance = random.nextInt(100);
    if (own.isEmpty() || chance < 92) {
      return new Body.Message("message %d \"'\\ 👋".formatted(random.nextInt(1_000_000)));
    }
    var index = random.nextInt(own.size());
    if (chance < 95) {
      return new Body.Edit(own.get(index), "edited %d".formatted(random.nextInt(1_000)));
    }
    if (chance < 99) {
      return new Body.Reaction(own.get(index), "👍", random.nextBoolean());
    }
    return new Body.Deletion(own.remove(index));
  }
}
