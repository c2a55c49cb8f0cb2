package parley.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.JsonApi;

/** What Lambda's API tells of functions. What is unknown on one machine is left out. */
final class Descriptions {

  private static final int MOST = 50;

  private static final Pattern MOST_ITEMS = Pattern.compile("(?:^|&)MaxItems=(\\d{1,5})(?:&|$)");
  private static final Pattern MARKER = Pattern.compile("(?:^|&)Marker=([\\w-]+)(?:&|$)");

  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  /** A page of functions; its marker is the name of the last one before the next page. */
  AwsAnswer list(List<Function> all, AwsCall call) {
    var most = MOST_ITEMS.matcher(call.query());
    var size = most.find() ? Math.clamp(Integer.parseInt(most.group(1)), 1, MOST) : MOST;
    var marker = MARKER.matcher(call.query());
    var after = marker.find() ? marker.group(1) : "";
    var rest = all.stream().filter(function -> function.name().compareTo(after) > 0).toList();
    var output = JsonApi.object();
    var functions = output.putArray("Functions");
    rest.stream().limit(size).forEach(function -> functions.add(json(function)));
    if (rest.size() > size) {
      output.put("NextMarker", rest.get(size - 1).name());
    }
    return AwsAnswer.json(200, output.toString());
  }

  AwsAnswer configuration(Function function) {
    return AwsAnswer.json(200, json(function).toString());
  }

  AwsAnswer whole(Function function) {
    var output = JsonApi.object();
    output.set("Configuration", json(function));
    output
        .putObject("Code")
        .put("RepositoryType", "S3")
        .put("Location", function.jar().toUri().toString());
    return AwsAnswer.json(200, output.toString());
  }

  private static ObjectNode json(Function function) {
    var file = function.jar().toFile();
    var json =
        JsonApi.object()
            .put("FunctionName", function.name())
            .put("FunctionArn", function.arn())
            .put("Runtime", Lambda.JAVA)
            .put("Role", function.session().role())
            .put("Handler", function.handler())
            .put("CodeSize", file.length())
            .put("Timeout", function.timeout().toSeconds())
            .put("MemorySize", function.memoryMegabytes())
            .put("LastModified", MODIFIED.format(Instant.ofEpochMilli(file.lastModified())))
            .put("Version", "$LATEST")
            .put("PackageType", "Zip")
            .put("State", "Active")
            .put("LastUpdateStatus", "Successful");
    var variables = json.putObject("Environment").putObject("Variables");
    function
        .variables()
        .forEach(
            (name, value) -> {
              // Lambda's own, which no template may set.
              if (!name.startsWith("AWS_")) {
                variables.put(name, value);
              }
            });
    json.putObject("LoggingConfig").put("LogGroup", function.logGroup());
    return json;
  }
}
