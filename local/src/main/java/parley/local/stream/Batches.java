package parley.local.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.lambda.Functions;

/**
 * Hands a shard's records to the function, in order, until each is done with: processed, filtered
 * out, or given up and told to the failures' queue.
 *
 * <p>A record is never passed over: what comes after a failed one waits until that is done with.
 * The checkpoint moves only over what is done with, so that after a restart nothing is lost.
 */
final class Batches {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Batch(List<StreamRecord> records, int failures) {}

  private final Mapping mapping;
  private final Filter filter;
  private final Functions functions;
  private final Checkpoints checkpoints;
  private final GivenUp givenUp;
  private final Pause pause;
  private final Journal journal;
  private final Clock clock;
  private final Disturbance disturbance;

  Batches(
      Mapping mapping,
      Filter filter,
      Functions functions,
      Checkpoints checkpoints,
      GivenUp givenUp,
      Pause pause,
      Journal journal,
      Clock clock,
      Disturbance disturbance) {
    this.disturbance = disturbance;
    this.journal = journal;
    this.mapping = mapping;
    this.filter = filter;
    this.functions = functions;
    this.checkpoints = checkpoints;
    this.givenUp = givenUp;
    this.pause = pause;
    this.clock = clock;
  }

  /** Returns when all of these records, the next of the shard, are done with. */
  void process(String shard, List<StreamRecord> records) throws InterruptedException {
    var passing = records.stream().filter(filter::passes).toList();
    var progress = new Progress(checkpoints, shard, passing);
    for (var portion : disturbance.arrange(mapping.id(), passing)) {
      for (var from = 0; from < portion.size(); from += mapping.batchSize()) {
        var to = Math.min(from + mapping.batchSize(), portion.size());
        finish(progress, portion.subList(from, to));
      }
    }
    if (!records.isEmpty()) {
      checkpoints.reached(shard, records.getLast().sequence());
    }
  }

  private void finish(Progress progress, List<StreamRecord> records) throws InterruptedException {
    Deque<Batch> work = new ArrayDeque<>(List.of(new Batch(records, 0)));
    while (!work.isEmpty()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      var batch = withoutExpired(progress, work.pop());
      if (batch.records().isEmpty()) {
        continue;
      }
      switch (invoke(batch.records())) {
        case Verdict.Done() -> progress.done(batch.records());
        case Verdict.FailedFrom(var index) -> {
          progress.done(batch.records().subList(0, index));
          var rest = batch.records().subList(index, batch.records().size());
          work.push(new Batch(rest, mapping.bisects() ? batch.failures() : batch.failures() + 1));
        }
        case Verdict.Failed() -> failed(progress, batch, work);
      }
    }
  }

  private void failed(Progress progress, Batch batch, Deque<Batch> work)
      throws InterruptedException {
    var records = batch.records();
    if (mapping.bisects() && records.size() > 1) {
      var middle = records.size() / 2;
      work.push(new Batch(records.subList(middle, records.size()), batch.failures()));
      work.push(new Batch(records.subList(0, middle), batch.failures()));
      return;
    }
    if (mapping.retries().isPresent() && batch.failures() >= mapping.retries().get()) {
      giveUp(progress, records, "RetryAttemptsExhausted", batch.failures() + 1);
      return;
    }
    pause.of(pauseAfter(batch.failures()));
    work.push(new Batch(records, batch.failures() + 1));
  }

  private Batch withoutExpired(Progress progress, Batch batch) {
    if (mapping.maximumAge().isEmpty()) {
      return batch;
    }
    var oldest = clock.instant().minus(mapping.maximumAge().get());
    var count = (int) batch.records().stream().takeWhile(r -> r.created().isBefore(oldest)).count();
    if (count > 0) {
      giveUp(progress, batch.records().subList(0, count), "RecordAgeExceeded", batch.failures());
    }
    return new Batch(batch.records().subList(count, batch.records().size()), batch.failures());
  }

  private Verdict invoke(List<StreamRecord> records) {
    var event = MAPPER.createObjectNode();
    var list = event.putArray("Records");
    records.forEach(record -> list.add(record.json()));
    try {
      var payload = MAPPER.writeValueAsBytes(event);
      return journal.request(
          Kind.STREAM,
          "%s: %d %s"
              .formatted(mapping.id(), records.size(), records.size() == 1 ? "record" : "records"),
          () ->
              Verdict.of(
                  functions.invoke(mapping.function(), payload),
                  mapping.reportsFailures(),
                  records),
          Verdict::summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void giveUp(Progress progress, List<StreamRecord> records, String why, int attempts) {
    givenUp.add(mapping, progress.shard(), new ArrayList<>(records), why, attempts);
    progress.done(records);
  }

  private static Duration pauseAfter(int failures) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Waiting, so that a test need not. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /** Where records go that were given up. */
  @FunctionalInterface
  interface GivenUp {

    /**
     * Keeps what is needed to find them again.
     *
     * @param why {@code RetryAttemptsExhausted} or {@code RecordAgeExceeded}
     * @param attempts how often the function was invoked with them
     */
    void add(Mapping mapping, String shard, List<StreamRecord> records, String why, int attempts);
  }
}
