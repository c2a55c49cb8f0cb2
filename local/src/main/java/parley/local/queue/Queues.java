package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import parley.local.Part;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** SQS queues that only gather: their messages stand in files, one a line, and on the console. */
public final class Queues implements Part {

  private static final ResourceType QUEUE =
      new ResourceType(
          "AWS::SQS::Queue",
          Set.of(),
          Set.of(
              "KmsMasterKeyId",
              "MessageRetentionPeriod",
              "SqsManagedSseEnabled",
              "Tags",
              "VisibilityTimeout"),
          (names, id) ->
              "https://sqs.%s.amazonaws.com/%s/%s"
                  .formatted(names.region(), names.account(), names.physical(id)),
          Map.of(
              "Arn", (names, id) -> names.arn("sqs", names.physical(id)),
              "QueueName", Names::physical,
              "QueueUrl",
                  (names, id) ->
                      "https://sqs.%s.amazonaws.com/%s/%s"
                          .formatted(names.region(), names.account(), names.physical(id))));

  private final Path folder;
  private final Consumer<String> console;

  /** Queues in this folder. */
  public Queues(Path folder, Consumer<String> console) {
    this.folder = folder;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(QUEUE);
  }

  @Override
  public void start(Stack stack) {}

  /** The newest messages of a queue, the newest first. */
  public synchronized List<String> newest(String queueArn, int most) {
    var file = file(queueArn);
    try {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
      return lines.subList(Math.max(0, lines.size() - most), lines.size()).reversed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String queueArn) {
    return folder.resolve(queueArn.substring(queueArn.lastIndexOf(':') + 1) + ".jsonl");
  }

  /** Appends a message to a queue. */
  public synchronized void send(String queueArn, JsonNode message) {
    var file = file(queueArn);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, message + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.accept("a message is in " + file);
  }

  @Override
  public void close() {}
}
