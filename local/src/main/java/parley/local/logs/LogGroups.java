package parley.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import parley.local.Part;
import parley.local.aws.AwsError;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's log groups, and those of functions that name none. */
public final class LogGroups implements Part {

  private static final ResourceType TYPE =
      new ResourceType(
          "AWS::Logs::LogGroup",
          Set.of("RetentionInDays"),
          Set.of("LogGroupClass", "Tags"),
          Names::physical,
          Map.of(
              "Arn",
              (names, id) -> names.arn("logs", "log-group:%s:*".formatted(names.physical(id)))));

  private final Supplier<List<LogFile>> files;
  private final Instant begun;
  private volatile Map<String, Optional<Duration>> declared = Map.of();

  /** Groups whose streams are in these files. */
  public LogGroups(Supplier<List<LogFile>> files, Clock clock) {
    this.files = files;
    this.begun = clock.instant();
  }

  /** When groups without a stream were there. */
  Instant begun() {
    return begun;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(TYPE);
  }

  @Override
  public void start(Stack stack) {
    var groups = new TreeMap<String, Optional<Duration>>();
    for (var group : stack.all(TYPE.name())) {
      var days = group.get("RetentionInDays").asInt();
      groups.put(
          stack.names().physical(group.id()),
          days > 0 ? Optional.of(Duration.ofDays(days)) : Optional.empty());
    }
    declared = groups;
  }

  @Override
  public void close() {}

  /** All groups, by their names. */
  List<LogGroup> all() {
    var known = files.get();
    var groups = new TreeMap<String, LogGroup>();
    for (var log : known) {
      groups.put(log.group(), LogGroup.of(log.group(), Optional.empty(), known));
    }
    // One that nobody declared begins with its first stream.
    groups.values().removeIf(group -> group.streams().isEmpty());
    declared.forEach((name, days) -> groups.put(name, LogGroup.of(name, days, known)));
    return List.copyOf(groups.values());
  }

  /** The group that a call names, by its name or its ARN. */
  LogGroup named(JsonNode input) throws AwsError {
    var name = nameIn(input);
    return all().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException", "The specified log group does not exist."));
  }

  static String nameIn(JsonNode input) {
    var given = input.path("logGroupName").asText(input.path("logGroupIdentifier").asText());
    var marker = ":log-group:";
    var at = given.indexOf(marker);
    return at < 0 ? given : given.substring(at + marker.length()).replaceFirst(":\\*$", "");
  }
}
