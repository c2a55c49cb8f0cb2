package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** What SQS' operations have in common. */
final class Input {

  private static final int MOST_ENTRIES = 10;

  private Input() {}

  /** What is done with one entry of a batch. */
  @FunctionalInterface
  interface One {

    /** What is answered of it. */
    ObjectNode of(JsonNode entry) throws AwsError;
  }

  /** A number between these, or else the usual one. */
  static int number(JsonNode input, String name, int usual, int least, int most) throws AwsError {
    var value = input.path(name).asInt(usual);
    if (value < least || value > most) {
      throw new AwsError(
          "InvalidParameterValue",
          "%s is %d: %d to %d are allowed".formatted(name, value, least, most));
    }
    return value;
  }

  /** A text that must be there. */
  static String text(JsonNode input, String name) throws AwsError {
    var value = input.path(name).asText();
    if (value.isEmpty()) {
      throw new AwsError("MissingParameter", "%s is missing or empty".formatted(name));
    }
    return value;
  }

  /** Does each entry of a batch by itself: one that fails is told beside those that did not. */
  static ObjectNode each(JsonNode input, One one) throws AwsError {
    var entries = input.path("Entries");
    var ids = new HashSet<String>();
    for (var entry : entries) {
      if (!ids.add(text(entry, "Id"))) {
        throw new AwsError(
            "com.amazonaws.sqs#BatchEntryIdsNotDistinct",
            "Id %s repeated.".formatted(entry.path("Id").asText()));
      }
    }
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new AwsError(
          entries.isEmpty()
              ? "com.amazonaws.sqs#EmptyBatchRequest"
              : "com.amazonaws.sqs#TooManyEntriesInBatchRequest",
          "a batch has 1 to %d entries, and not %d".formatted(MOST_ENTRIES, entries.size()));
    }
    var output = JsonApi.object();
    var successful = output.putArray("Successful");
    var failed = output.putArray("Failed");
    for (var entry : entries) {
      var id = entry.path("Id").asText();
      try {
        successful.add(one.of(entry).put("Id", id));
      } catch (AwsError e) {
        failed
            .addObject()
            .put("Id", id)
            .put("Code", e.type())
            .put("Message", e.getMessage())
            .put("SenderFault", true);
      }
    }
    return output;
  }
}
