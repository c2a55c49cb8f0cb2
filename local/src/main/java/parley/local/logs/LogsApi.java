package parley.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.iam.Access;
import parley.local.template.Names;

/** CloudWatch Logs' API for reading. */
public final class LogsApi {

  private static final int MOST_DESCRIBED = 50;

  private final LogGroups groups;
  private final Names names;
  private final Clock clock;
  private final LogReads reads;

  private LogsApi(LogGroups groups, Names names, Clock clock) {
    this.groups = groups;
    this.names = names;
    this.clock = clock;
    this.reads = new LogReads(groups, clock);
  }

  /** The API of these groups. */
  public static AwsApi of(LogGroups groups, Names names, Clock clock) {
    var api = new LogsApi(groups, names, clock);
    return new JsonApi(
        new JsonApi.Service("logs", "Logs_20140328", "1.1"),
        Map.of(
            "DescribeLogGroups",
            new Operation(
                input -> new Access("logs:DescribeLogGroups", names.arn("logs", "log-group:*")),
                api::describeGroups),
            "DescribeLogStreams",
            new Operation(api.onGroup("logs:DescribeLogStreams"), api::describeStreams),
            "FilterLogEvents",
            new Operation(api.onGroup("logs:FilterLogEvents"), api.reads::filter),
            "GetLogEvents",
            new Operation(
                input ->
                    new Access(
                        "logs:GetLogEvents",
                        names.arn(
                            "logs",
                            "log-group:%s:log-stream:%s"
                                .formatted(
                                    LogGroups.nameIn(input),
                                    input.path("logStreamName").asText()))),
                api.reads::get)));
  }

  private Function<JsonNode, Access> onGroup(String action) {
    return input ->
        new Access(action, names.arn("logs", "log-group:%s:*".formatted(LogGroups.nameIn(input))));
  }

  private JsonNode describeGroups(JsonNode input) throws AwsError {
    var prefix = input.path("logGroupNamePrefix").asText();
    var pattern = input.path("logGroupNamePattern").asText();
    var matching =
        groups.all().stream()
            .filter(group -> group.name().startsWith(prefix))
            .filter(group -> group.name().contains(pattern))
            .toList();
    return page(
        "logGroups",
        matching,
        LogGroup::name,
        group -> group.describe(names, groups.begun()),
        input);
  }

  private JsonNode describeStreams(JsonNode input) throws AwsError {
    var group = groups.named(input);
    var prefix = input.path("logStreamNamePrefix").asText();
    var byTime = input.path("orderBy").asText().equals("LastEventTime");
    Comparator<LogFile> order =
        byTime
            ? Comparator.comparingLong(log -> log.file().toFile().lastModified())
            : Comparator.comparing(LogFile::stream);
    var matching =
        group.streams().stream()
            .filter(log -> log.stream().startsWith(prefix))
            .sorted(input.path("descending").asBoolean() ? order.reversed() : order)
            .toList();
    return page(
        "logStreams", matching, LogFile::stream, log -> group.describe(log, names, clock), input);
  }

  /** The token of the next page is the name of the last one before it. */
  private static <T> JsonNode page(
      String member,
      List<T> all,
      Function<T, String> name,
      Function<T, ObjectNode> describe,
      JsonNode input)
      throws AwsError {
    var limit = input.path("limit").asInt(MOST_DESCRIBED);
    if (limit < 1 || limit > MOST_DESCRIBED) {
      throw new AwsError(
          "InvalidParameterException",
          "limit is %d: 1 to %d are allowed".formatted(limit, MOST_DESCRIBED));
    }
    var after = input.path("nextToken").asText();
    var from = after.isEmpty() ? 0 : all.stream().map(name).toList().indexOf(after) + 1;
    var to = Math.min(all.size(), from + limit);
    var output = JsonApi.object();
    var array = output.putArray(member);
    all.subList(from, to).forEach(one -> array.add(describe.apply(one)));
    if (to < all.size()) {
      output.put("nextToken", name.apply(all.get(to - 1)));
    }
    return output;
  }
}
