package parley.local.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import parley.local.Part;
import parley.local.iam.Guard;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * Lambda's event source mappings of tables' streams and Kinesis': one thread each. To be started
 * last.
 */
public final class Mappings implements Part {

  private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(1);

  /** A batch that was handed over is waited for: it would otherwise come again after a restart. */
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private static final ResourceType TYPE =
      new ResourceType(
          "AWS::Lambda::EventSourceMapping",
          Set.of(
              "BatchSize",
              "BisectBatchOnFunctionError",
              "DestinationConfig.OnFailure.Destination",
              "EventSourceArn",
              "FilterCriteria.Filters.Pattern",
              "FunctionName",
              "FunctionResponseTypes",
              "MaximumBatchingWindowInSeconds",
              "MaximumRecordAgeInSeconds",
              "MaximumRetryAttempts",
              "ScalingConfig.MaximumConcurrency",
              "StartingPosition"),
          Set.of("ParallelizationFactor", "Tags"),
          (names, id) -> names.id(id, 32),
          Map.of("Id", (names, id) -> names.id(id, 32)));

  private final Settings settings;
  private final Function<String, ChangeStream> streams;
  private final Functions functions;
  private final Queues queues;
  private final Guard guard;
  private final Journal journal;
  private final Consumer<String> console;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What may be chosen.
   *
   * @param folder where checkpoints are kept
   * @param pollEvery how long to wait after a read that found nothing
   * @param clock the time by which records age
   * @param disturbance how records are handed over
   */
  public record Settings(Path folder, Duration pollEvery, Clock clock, Disturbance disturbance) {}

  /** Mappings of the streams that are found by their ARN. */
  public Mappings(
      Settings settings,
      Function<String, ChangeStream> streams,
      Functions functions,
      Queues queues,
      Guard guard,
      Journal journal,
      Consumer<String> console) {
    this.settings = settings;
    this.streams = streams;
    this.functions = functions;
    this.queues = queues;
    this.guard = guard;
    this.journal = journal;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(TYPE);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var refusals = new ArrayList<String>();
    for (var mapping : ofStreams(stack)) {
      var source = mapping.text("EventSourceArn");
      if (!source.contains(":dynamodb:") && !source.contains(":kinesis:")) {
        refusals.add(
            "%s: %s is neither a stream of a table or Kinesis nor a queue, and only those are implemented"
                .formatted(mapping.id(), source));
      }
      if (!mapping.get("ScalingConfig").isMissingNode()) {
        refusals.add("%s: ScalingConfig is for queues: remove it".formatted(mapping.id()));
      }
      if (source.contains(":kinesis:") && !mapping.get("FilterCriteria").isEmpty()) {
        refusals.add(
            "%s: FilterCriteria are implemented for tables' streams only".formatted(mapping.id()));
      }
      var destination = mapping.text("DestinationConfig.OnFailure.Destination");
      if (!destination.isEmpty() && !destination.contains(":sqs:")) {
        refusals.add(
            "%s: %s is no SQS queue, and only those are implemented"
                .formatted(mapping.id(), destination));
      }
      if (!Set.of("TRIM_HORIZON", "LATEST").contains(mapping.text("StartingPosition"))) {
        refusals.add(
            "%s: the starting position %s is not implemented, only TRIM_HORIZON and LATEST are"
                .formatted(mapping.id(), mapping.text("StartingPosition")));
      }
      try {
        new Filter(mapping.get("FilterCriteria"));
      } catch (IOException e) {
        refusals.add("%s: %s".formatted(mapping.id(), e.getMessage()));
      }
    }
    return refusals;
  }

  @Override
  public void start(Stack stack) throws IOException {
    for (var resource : ofStreams(stack)) {
      new MappingRole(stack, guard).check(Mapping.of(resource));
      var stream = streams.apply(resource.text("EventSourceArn"));
      var filter = new Filter(resource.get("FilterCriteria"));
      threads.add(
          Thread.ofVirtual()
              .name("mapping-" + resource.id())
              .start(() -> run(resource, stream, filter)));
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

  /** Those of queues are fed elsewhere. */
  private static List<Resource> ofStreams(Stack stack) {
    return stack.all(TYPE.name()).stream()
        .filter(mapping -> !mapping.text("EventSourceArn").contains(":sqs:"))
        .toList();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause(Duration time) throws InterruptedException {
    if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("closed");
    }
  }

  private void run(Resource resource, ChangeStream stream, Filter filter) {
    var mapping = Mapping.of(resource);
    try {
      while (!isClosed()) {
        try {
          follow(mapping, stream, filter);
        } catch (IOException | RuntimeException e) {
          if (!isClosed()) {
            console.accept("%s stopped and goes on: %s".formatted(mapping.id(), e));
            pause(AFTER_AN_OUTAGE);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Mapping mapping, ChangeStream stream, Filter filter)
      throws IOException, InterruptedException {
    var checkpoints =
        FileCheckpoints.of(settings.folder().resolve(mapping.id() + ".json"), stream.id());
    var batches =
        new Batches(
            mapping,
            filter,
            functions,
            checkpoints,
            new FailureMessages(queues, settings.clock(), console),
            this::pause,
            journal,
            settings.clock(),
            settings.disturbance());
    var poller = new Poller(stream, mapping, checkpoints, batches);
    while (!isClosed()) {
      if (!poller.poll()) {
        pause(settings.pollEvery());
      }
    }
  }
}
