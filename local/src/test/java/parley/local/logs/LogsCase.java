package parley.local.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.template.Names;

/** A group of the template with two streams, of which one is begun, asked over its API. */
abstract class LogsCase {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
  static final Names NAMES = FakeStack.freeNames();
  static final String GROUP = NAMES.physical("Log");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private AwsApi api;

  @BeforeEach
  void start() throws IOException {
    var files =
        List.of(
            new LogFile(GROUP, "One", folder.resolve("One.log")),
            new LogFile(GROUP, "Two", folder.resolve("Two.log")),
            new LogFile("/aws/lambda/undeclared", "Three", folder.resolve("Three.log")));
    var groups = new LogGroups(() -> files, CLOCK);
    groups.start(
        new FakeStack(
            NAMES,
            """
            {"Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"RetentionInDays": 7}}}""",
            List.of(groups)));
    api = LogsApi.of(groups, NAMES, CLOCK);
  }

  void write(String stream, String text) throws IOException {
    Files.writeString(folder.resolve(stream + ".log"), text);
  }

  /** A line of Lambda's JSON format, of this minute. */
  static String line(int minute, String message) {
    return "{\"timestamp\":\"2026-03-10T11:%02d:00Z\",\"message\":\"%s\"}\n"
        .formatted(minute, message);
  }

  AwsApi api() {
    return api;
  }

  static AwsCall call(String operation, String input) {
    return new AwsCall(
        new Caller.Administrator("developer"),
        "logs",
        "POST",
        "/",
        "",
        Map.of("x-amz-target", "Logs_20140328." + operation),
        input.replace('\'', '"').replace("GROUP", GROUP).getBytes(UTF_8));
  }

  /** The answer, also to what was refused. */
  JsonNode ask(String operation, String input) throws Exception {
    return JSON.readTree(api.answer(call(operation, input)).body());
  }

  static List<String> messages(JsonNode answer) {
    return answer
        .path("events")
        .valueStream()
        .map(event -> event.path("message").asText())
        .map(text -> text.replaceAll(".*\"message\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
