package parley.local.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.local.Part;
import parley.local.iam.Guard;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.stream.Disturbance;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * Lambda's event source mappings of queues. Their resource type is known where those of streams
 * are. To be started last.
 */
public final class QueueFeeds implements Part {

  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(1);

  /** A batch that was handed over is waited for: it would otherwise come again after a restart. */
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final int environments;
  private final Functions functions;
  private final Queues queues;
  private final Guard guard;
  private final Journal journal;
  private final Disturbance disturbance;
  private final Consumer<String> console;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Mappings of these queues.
   *
   * @param environments how many of a function's run at once, at most
   * @param disturbance how messages are handed over
   */
  public QueueFeeds(
      int environments,
      Functions functions,
      Queues queues,
      Guard guard,
      Journal journal,
      Disturbance disturbance,
      Consumer<String> console) {
    this.environments = environments;
    this.functions = functions;
    this.queues = queues;
    this.guard = guard;
    this.journal = journal;
    this.disturbance = disturbance;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    return refusals((Stack) stack);
  }

  static List<String> refusals(Stack stack) {
    return mappings(stack).stream()
        .flatMap(mapping -> QueueMapping.refusals(stack, mapping).stream())
        .toList();
  }

  @Override
  public void start(Stack stack) {
    for (var resource : mappings(stack)) {
      var mapping = QueueMapping.of(resource, environments);
      new QueueRole(stack, guard).check(mapping);
      var feed = new QueueFeed(mapping, queues, functions, journal, stack.names(), disturbance);
      for (var n = 0; n < mapping.concurrency(); n++) {
        threads.add(
            Thread.ofVirtual()
                .name("mapping-%s-%d".formatted(mapping.id(), n))
                .start(() -> run(feed)));
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    var until = System.nanoTime() + TO_FINISH.toNanos();
    try {
      for (var thread : threads) {
        var _ = thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
  }

  private static List<Resource> mappings(Stack stack) {
    return stack.all(MAPPING).stream().filter(QueueMapping::is).toList();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void run(QueueFeed feed) {
    try {
      while (!isClosed()) {
        try {
          feed.once(this::isClosed);
        } catch (RuntimeException e) {
          console.accept("%s stopped and goes on: %s".formatted(feed.mapping().id(), e));
          var _ = closed.await(AFTER_AN_OUTAGE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
