package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import parley.local.Part;
import parley.local.aws.JsonApi;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's SQS queues. The console tells of what comes into those that feed nobody. */
public final class Queues implements Part {

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
    return List.of(QueueTypes.TYPE);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    return QueueTypes.refusals(stack);
  }

  @Override
  public void start(Stack stack) {
    for (var resource : stack.all(QueueTypes.NAME)) {
      var attributes = QueueTypes.attributes(stack.names(), resource);
      queues.put(
          attributes.name(),
          new Queue(attributes, folder, clock, dead -> move(stack.names(), attributes, dead)));
    }
  }

  /** The bodies of the newest messages of a queue, the newest first. */
  public List<String> newest(String queueArn, int most) {
    return find(nameIn(queueArn)).map(queue -> queue.newest(most)).orElse(List.of());
  }

  /** Leaves something in a queue of the stack that a person should see, and tells of it. */
  public void send(String queueArn, JsonNode message) {
    pass(queueArn, message.toString());
    console.accept("a message is in " + of(queueArn).file());
  }

  /** Sends a message to a queue of the stack. */
  public void pass(String queueArn, String body) {
    var queue = of(queueArn);
    var unused = queue.send(body, JsonApi.object(), queue.attributes().delay());
  }

  /**
   * Receives messages of a queue, hidden from others by the queue's own timeout.
   *
   * @param patience how long to wait for one
   */
  public List<Received> receive(String queueArn, int most, Duration patience)
      throws InterruptedException {
    var queue = of(queueArn);
    return queue.receive(most, queue.attributes().visibility(), patience);
  }

  /** Deletes what was received with these receipts. */
  public void delete(String queueArn, Collection<String> receipts) {
    of(queueArn).delete(receipts);
  }

  /** The queue of this name. */
  Optional<Queue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** The queue of this ARN. */
  Queue of(String queueArn) {
    return find(nameIn(queueArn))
        .orElseThrow(() -> new IllegalArgumentException("the stack has no queue " + queueArn));
  }

  /** All queues, by their names. */
  List<Queue> all() {
    return List.copyOf(queues.values());
  }

  private void move(Names names, Queue.Attributes from, Message dead) {
    var to = of(from.redrive().orElseThrow().queueArn());
    to.add(dead.deadIn(names.arn("sqs", from.name()), clock.millis()));
    console.accept(
        "a message of %s was received too often, and is in %s".formatted(from.name(), to.file()));
  }

  private static String nameIn(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Override
  public void close() {}
}
