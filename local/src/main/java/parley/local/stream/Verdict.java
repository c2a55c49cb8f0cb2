package parley.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import parley.local.lambda.Functions;

/** What a function said of a batch. */
sealed interface Verdict {

  /** All of it is done. */
  record Done() implements Verdict {}

  /** All of it must be tried again. */
  record Failed() implements Verdict {}

  /**
   * What stands before is done.
   *
   * @param index of the first record that must be tried again; at least 1
   */
  record FailedFrom(int index) implements Verdict {}

  /** In a word or two. */
  default String summary() {
    return switch (this) {
      case Done() -> "done";
      case Failed() -> "to be tried again";
      case FailedFrom(var index) -> "%d done, the rest again".formatted(index);
    };
  }

  ObjectMapper MAPPER = new ObjectMapper();

  /** Reads a function's answer as Lambda does: what cannot be understood is a failure of all. */
  static Verdict of(Functions.Result result, boolean reportsFailures, List<StreamRecord> batch) {
    if (result.failed()) {
      return new Failed();
    }
    return reportsFailures ? reported(result.payload(), batch) : new Done();
  }

  private static Verdict reported(byte[] answer, List<StreamRecord> batch) {
    JsonNode failures;
    try {
      failures = MAPPER.readTree(answer).path("batchItemFailures");
    } catch (IOException e) {
      return new Failed();
    }
    var first = batch.size();
    for (var failure : failures) {
      var sequence = failure.path("itemIdentifier").asText();
      var index =
          IntStream.range(0, batch.size())
              .filter(i -> batch.get(i).sequence().equals(sequence))
              .findFirst()
              .orElse(0);
      first = Math.min(first, index);
    }
    if (first == batch.size()) {
      return new Done();
    }
    return first == 0 ? new Failed() : new FailedFrom(first);
  }
}
