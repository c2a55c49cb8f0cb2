package parley.local.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.local.lambda.Functions;
import parley.local.queue.Received;

/**
 * What a function said of a batch of messages.
 *
 * @param done what is not to be received again
 * @param failed how many come back when their time is over
 */
record QueueVerdict(List<Received> done, int failed) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads a function's answer as Lambda does: what cannot be understood is a failure of all. */
  static QueueVerdict of(Functions.Result result, boolean reportsFailures, List<Received> batch) {
    if (result.failed()) {
      return without(batch, ids(batch));
    }
    return without(batch, reportsFailures ? failures(result.payload(), batch) : Set.of());
  }

  /** In a word or two. */
  String summary() {
    if (failed == 0) {
      return "done";
    }
    return done.isEmpty()
        ? "to be tried again"
        : "%d done, %d again".formatted(done.size(), failed);
  }

  private static Set<String> failures(byte[] answer, List<Received> batch) {
    JsonNode failures;
    try {
      failures = MAPPER.readTree(answer).path("batchItemFailures");
    } catch (IOException e) {
      return ids(batch);
    }
    var known = ids(batch);
    var failed = new HashSet<String>();
    for (var failure : failures) {
      var id = failure.path("itemIdentifier").asText();
      if (!known.contains(id)) {
        return known;
      }
      failed.add(id);
    }
    return failed;
  }

  private static QueueVerdict without(List<Received> batch, Set<String> failed) {
    var done = batch.stream().filter(one -> !failed.contains(one.message().id())).toList();
    return new QueueVerdict(done, batch.size() - done.size());
  }

  private static Set<String> ids(List<Received> batch) {
    return batch.stream().map(one -> one.message().id()).collect(Collectors.toSet());
  }
}
