package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import parley.local.Part;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** SQS queues in which something gathers until a person looks at it; the console tells of it. */
public final class Queues implements Part {

  private static final ResourceType QUEUE =
      new ResourceType(
          "AWS::SQS::Queue",
          Set.of("MessageRetentionPeriod", "VisibilityTimeout"),
          Set.of("KmsMasterKeyId", "SqsManagedSseEnabled", "Tags"),
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
  private final Clock clock;
  private final Consumer<String> console;
  private final Map<String, Queue> queues = new ConcurrentSkipListMap<>();

  /** Queues whose messages are in this folder. */
  public Queues(Path folder, Clock clock, Consumer<String> console) {
    this.folder = folder;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(QUEUE);
  }

  @Override
  public void start(Stack stack) {
    for (var queue : stack.all(QUEUE.name())) {
      var name = stack.names().physical(queue.id());
      var attributes =
          new Queue.Attributes(
              name,
              Duration.ofSeconds(queue.get("VisibilityTimeout").asInt(30)),
              Duration.ofSeconds(queue.get("MessageRetentionPeriod").asInt(345_600)));
      queues.put(name, new Queue(attributes, folder, clock));
    }
  }

  /** The bodies of the newest messages of a queue, the newest first. */
  public List<String> newest(String queueArn, int most) {
    return find(nameIn(queueArn)).map(queue -> queue.newest(most)).orElse(List.of());
  }

  /** Sends a message to a queue of the stack. */
  public void send(String queueArn, JsonNode message) {
    var queue = find(nameIn(queueArn));
    if (queue.isEmpty()) {
      throw new IllegalArgumentException("the stack has no queue " + queueArn);
    }
    queue.get().send(message.toString());
    console.accept("a message is in " + queue.get().file());
  }

  /** The queue of this name. */
  Optional<Queue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** All queues, by their names. */
  List<Queue> all() {
    return List.copyOf(queues.values());
  }

  private static String nameIn(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Override
  public void close() {}
}
