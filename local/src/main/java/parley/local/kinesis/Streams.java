package parley.local.kinesis;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import parley.local.Part;
import parley.local.stream.ChangeStream;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's data streams. */
public final class Streams implements Part {

  private static final String PROVISIONED = "PROVISIONED";

  private static final ResourceType STREAM =
      new ResourceType(
          "AWS::Kinesis::Stream",
          Set.of("RetentionPeriodHours", "ShardCount", "StreamModeDetails.StreamMode"),
          Set.of("StreamEncryption", "Tags"),
          (names, id) -> names.physical(id),
          Map.of("Arn", (names, id) -> names.arn("kinesis", "stream/" + names.physical(id))));

  private final Path folder;
  private final Clock clock;
  private final Map<String, Stream> streams = new ConcurrentSkipListMap<>();

  /** Streams whose records are in this folder. */
  public Streams(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(STREAM);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var refusals = new ArrayList<String>();
    for (var stream : stack.all(STREAM.name())) {
      var mode = stream.get("StreamModeDetails.StreamMode").asText(PROVISIONED);
      if (!mode.equals(PROVISIONED)) {
        refusals.add(
            "%s: the mode %s is not implemented, only %s is"
                .formatted(stream.id(), mode, PROVISIONED));
      }
    }
    return refusals;
  }

  @Override
  public void start(Stack stack) {
    for (var stream : stack.all(STREAM.name())) {
      var name = stack.names().physical(stream.id());
      var attributes =
          new Stream.Attributes(
              name,
              stream.get("ShardCount").asInt(1),
              Duration.ofHours(stream.get("RetentionPeriodHours").asInt(24)));
      streams.put(name, new Stream(attributes, folder, clock));
    }
  }

  /** A stream as event source mappings follow it; the stack must have it. */
  public ChangeStream changes(String arn, String region) {
    return new StreamChanges(
        find(nameIn(arn))
            .orElseThrow(() -> new IllegalArgumentException("the stack has no stream " + arn)),
        arn,
        region);
  }

  /** The stream of this name. */
  Optional<Stream> find(String name) {
    return Optional.ofNullable(streams.get(name));
  }

  /** All streams, by their names. */
  List<Stream> all() {
    return List.copyOf(streams.values());
  }

  static String nameIn(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {}
}
