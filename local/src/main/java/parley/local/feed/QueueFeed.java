package parley.local.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.queue.Received;
import parley.local.stream.Disturbance;
import parley.local.template.Names;

/**
 * Hands a queue's messages to a function. What it is done with is deleted; all else comes back by
 * itself, when the queue's visibility timeout is over. Several threads may run one.
 */
record QueueFeed(
    QueueMapping mapping,
    Queues queues,
    Functions functions,
    Journal journal,
    Names names,
    Disturbance disturbance) {

  /** How long a queue is waited for before somebody looks whether the twin ends. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /** Lambda's limit for an event, less what stands around the bodies. */
  private static final int LARGEST_EVENT = 5 << 20;

  /** Hands over one batch, where there are messages. */
  void once(BooleanSupplier ends) throws InterruptedException {
    var batch = new ArrayList<>(queues.receive(mapping.queue(), mapping.batchSize(), PATIENCE));
    if (batch.isEmpty()) {
      return;
    }
    var until = System.nanoTime() + mapping.window().toNanos();
    while (!ends.getAsBoolean() && !isFull(batch)) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive()) {
        break;
      }
      var patience = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
      batch.addAll(queues.receive(mapping.queue(), mapping.batchSize() - batch.size(), patience));
    }
    for (var portion : disturbance.arrangeMessages(mapping.id(), List.copyOf(batch))) {
      handOver(portion);
    }
  }

  private boolean isFull(List<Received> batch) {
    return batch.size() >= mapping.batchSize()
        || batch.stream().mapToLong(one -> one.message().body().length()).sum() > LARGEST_EVENT;
  }

  private void handOver(List<Received> batch) {
    var verdict =
        journal.request(
            Kind.QUEUE,
            "%s: %d %s"
                .formatted(mapping.id(), batch.size(), batch.size() == 1 ? "message" : "messages"),
            () ->
                QueueVerdict.of(
                    functions.invoke(
                        mapping.function(), QueueEvent.of(batch, mapping.queue(), names)),
                    mapping.reportsFailures(),
                    batch),
            QueueVerdict::summary);
    queues.delete(mapping.queue(), verdict.done().stream().map(Received::receipt).toList());
  }
}
