package parley.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** Reads events: of one stream back and forth, or of a whole group by their time. */
final class LogReads {

  private final LogGroups groups;
  private final Clock clock;

  LogReads(LogGroups groups, Clock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * GetLogEvents. A token says from where, and in which direction: {@code f/INDEX} is followed by
   * the event of that index, {@code b/INDEX} is preceded by the one before it.
   */
  JsonNode get(JsonNode input) throws AwsError {
    var group = groups.named(input);
    var window = Window.of(input);
    var events =
        group.events(group.stream(input.path("logStreamName").asText()), clock).stream()
            .filter(window::has)
            .toList();
    var token = input.path("nextToken").asText();
    var forward = token.isEmpty() ? input.path("startFromHead").asBoolean() : token.startsWith("f");
    var page =
        forward
            ? window.first(from(events, token.isEmpty() ? 0 : index(token)))
            : window.last(before(events, token.isEmpty() ? Integer.MAX_VALUE : index(token)));
    var output = JsonApi.object();
    var array = output.putArray("events");
    for (var event : page) {
      array
          .addObject()
          .put("timestamp", event.timestamp())
          .put("message", event.message())
          .put("ingestionTime", event.timestamp());
    }
    var empty = token.isEmpty() ? 0 : index(token);
    var first = page.isEmpty() ? empty : page.getFirst().index();
    var last = page.isEmpty() ? empty : page.getLast().index() + 1;
    return output.put("nextForwardToken", "f/" + last).put("nextBackwardToken", "b/" + first);
  }

  /** FilterLogEvents. A token is the id of the last event before the page. */
  JsonNode filter(JsonNode input) throws AwsError {
    var group = groups.named(input);
    var window = Window.of(input);
    var terms = Terms.of(input.path("filterPattern").asText());
    var after = input.path("nextToken").asText();
    var matching =
        streams(group, input).stream()
            .flatMap(log -> group.events(log, clock).stream())
            .filter(window::has)
            .filter(event -> terms.test(event.message()))
            .sorted(Event.ORDER)
            .dropWhile(event -> !after.isEmpty() && event.id().compareTo(after) <= 0)
            .toList();
    var page = window.first(matching);
    var output = JsonApi.object();
    var array = output.putArray("events");
    for (var event : page) {
      array
          .addObject()
          .put("logStreamName", event.stream())
          .put("timestamp", event.timestamp())
          .put("message", event.message())
          .put("ingestionTime", event.timestamp())
          .put("eventId", event.id());
    }
    output.putArray("searchedLogStreams");
    if (page.size() < matching.size()) {
      output.put("nextToken", page.getLast().id());
    }
    return output;
  }

  private static List<LogFile> streams(LogGroup group, JsonNode input) throws AwsError {
    Set<String> wanted = new HashSet<>();
    for (var name : input.path("logStreamNames")) {
      wanted.add(group.stream(name.asText()).stream());
    }
    var prefix = input.path("logStreamNamePrefix").asText();
    return group.streams().stream()
        .filter(log -> wanted.isEmpty() || wanted.contains(log.stream()))
        .filter(log -> log.stream().startsWith(prefix))
        .toList();
  }

  private static List<Event> from(List<Event> events, int index) {
    return events.stream().filter(event -> event.index() >= index).toList();
  }

  private static List<Event> before(List<Event> events, int index) {
    return events.stream().filter(event -> event.index() < index).toList();
  }

  private static int index(String token) throws AwsError {
    try {
      if (token.matches("[fb]/\\d+")) {
        return Integer.parseInt(token.substring(2));
      }
    } catch (NumberFormatException e) {
      // The same answer as to what is no number at all.
    }
    throw new AwsError(
        "InvalidParameterException",
        "the token %s is none that GetLogEvents gave".formatted(token));
  }
}
