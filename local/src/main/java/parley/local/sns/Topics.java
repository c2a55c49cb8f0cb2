package parley.local.sns;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.local.Part;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.Stack;

/**
 * The stack's topics. Whoever the template subscribes is taken to have confirmed it. Safe for many
 * threads.
 */
public final class Topics implements Part {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final ResourceType TOPIC =
      new ResourceType(
          "AWS::SNS::Topic",
          Set.of("TopicName"),
          Set.of("DisplayName", "KmsMasterKeyId", "Tags"),
          named(Topics::arn),
          Map.of("TopicArn", named(Topics::arn), "TopicName", named((names, name) -> name)));

  private static final ResourceType SUBSCRIPTION =
      new ResourceType(
          "AWS::SNS::Subscription",
          Set.of("Endpoint", "Protocol", "TopicArn"),
          Set.of(),
          (names, id) -> arn(names, names.physical(id)),
          Map.of());

  private final Path file;
  private final Clock clock;
  private final Consumer<String> console;
  private volatile Set<String> topics = Set.of();
  private volatile List<Resource> subscriptions = List.of();

  /** Topics of which what went out is listed in this file, as a line of JSON each. */
  public Topics(Path file, Clock clock, Consumer<String> console) {
    this.file = file;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(TOPIC, SUBSCRIPTION);
  }

  @Override
  public void start(Stack stack) {
    topics =
        stack.all(TOPIC.name()).stream()
            .map(
                topic ->
                    arn(stack.names(), name(stack.names(), topic.id(), topic.text("TopicName"))))
            .collect(Collectors.toUnmodifiableSet());
    subscriptions = stack.all(SUBSCRIPTION.name());
  }

  /** Whether there is such a topic. */
  boolean has(String topic) {
    return topics.contains(topic);
  }

  /** Publishes: what goes out is listed when this returns. */
  void publish(String topic, String subject, String message) {
    var time = clock.instant().toString();
    for (var one : subscriptions) {
      if (one.text("TopicArn").equals(topic)) {
        list(
            new Notification(
                time, topic, one.text("Protocol"), one.text("Endpoint"), subject, message));
      }
    }
  }

  private synchronized void list(Notification notification) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          MAPPER.writeValueAsString(notification) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.accept("a notification by %s is in %s".formatted(notification.protocol(), file));
  }

  /** A value made of a topic's name. */
  private static PropertyValue named(BiFunction<Names, String, String> value) {
    return (names, id, property) ->
        value.apply(names, name(names, id, property.apply("TopicName")));
  }

  /** The name that is written, or else one made of the id. */
  private static String name(Names names, String id, String written) {
    return written.isEmpty() ? names.physical(id) : written;
  }

  private static String arn(Names names, String name) {
    return names.arn("sns", name);
  }

  @Override
  public void close() {}
}
