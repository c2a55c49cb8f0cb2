package parley.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.template.Names;

/**
 * A log group with its streams.
 *
 * @param retention how long events can be read; empty for as long as they are kept
 * @param streams those that were begun
 */
record LogGroup(String name, Optional<Duration> retention, List<LogFile> streams) {

  static LogGroup of(String name, Optional<Duration> retention, List<LogFile> known) {
    return new LogGroup(
        name,
        retention,
        known.stream()
            .filter(log -> log.group().equals(name))
            .filter(log -> Files.exists(log.file()))
            .toList());
  }

  /** A stream's events that have not expired, in the order of writing. */
  List<Event> events(LogFile stream, Clock clock) {
    var since = retention.map(clock.instant()::minus).map(Instant::toEpochMilli).orElse(0L);
    return Events.of(stream).stream().filter(event -> event.timestamp() >= since).toList();
  }

  LogFile stream(String stream) throws AwsError {
    return streams.stream()
        .filter(log -> log.stream().equals(stream))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException", "The specified log stream does not exist."));
  }

  /**
   * What DescribeLogGroups says of it.
   *
   * @param begun when it was there, where nothing was written yet
   */
  ObjectNode describe(Names names, Instant begun) {
    var arn = names.arn("logs", "log-group:" + name);
    var json =
        JsonApi.object()
            .put("logGroupName", name)
            .put(
                "creationTime",
                streams.stream().mapToLong(Events::created).min().orElse(begun.toEpochMilli()))
            .put("metricFilterCount", 0)
            .put("arn", arn + ":*")
            .put("logGroupArn", arn)
            .put("logGroupClass", "STANDARD")
            .put(
                "storedBytes",
                streams.stream().mapToLong(log -> log.file().toFile().length()).sum());
    retention.ifPresent(time -> json.put("retentionInDays", time.toDays()));
    return json;
  }

  ObjectNode describe(LogFile stream, Names names, Clock clock) {
    var json =
        JsonApi.object()
            .put("logStreamName", stream.stream())
            .put("creationTime", Events.created(stream))
            .put(
                "arn",
                names.arn("logs", "log-group:%s:log-stream:%s".formatted(name, stream.stream())))
            .put("storedBytes", 0); // AWS has answered this since 2019.
    var events = events(stream, clock);
    if (!events.isEmpty()) {
      json.put("firstEventTimestamp", events.getFirst().timestamp())
          .put("lastEventTimestamp", events.getLast().timestamp())
          .put("lastIngestionTime", stream.file().toFile().lastModified());
    }
    return json;
  }
}
