package parley.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.Principals;
import parley.local.iam.Access;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.template.Names;
import parley.local.template.Template;

/** A real function in real JVMs, behind the Runtime API. */
class LambdaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Names NAMES =
      new Names(
          "test",
          "us-east-1",
          "000000000000",
          URI.create("http://localhost:4400"),
          URI.create("http://localhost:4401"),
          URI.create("http://localhost:4402"));

  private static final String TEMPLATE =
      """
      {"Resources": {
        "Hasty": {"Type": "AWS::Lambda::Function", "Properties": {
          "Code": {"S3Bucket": "b", "S3Key": "probe.jar"}, "Runtime": "java25",
          "Handler": "parley.local.lambda.Probe::handle", "MemorySize": 128, "Timeout": 1}},
        "Probe": {"Type": "AWS::Lambda::Function", "Properties": {
          "Code": {"S3Bucket": "b", "S3Key": "probe.jar"}, "Runtime": "java25",
          "Handler": "parley.local.lambda.Probe::handle", "MemorySize": 128, "Timeout": 60,
          "Role": "arn:aws:iam::111122223333:role/probe",
          "Environment": {"Variables": {"TABLE": "t", "PEER": {"Ref": "Live"}, "PARTY": "https://outside.example"}}}},
        "Missing": {"Type": "AWS::Lambda::Function", "Properties": {
          "Code": {"S3Bucket": "b", "S3Key": "probe.jar"}, "Runtime": "java25",
          "Handler": "no.such.Handler"}},
        "One": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Probe"}}},
        "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Probe"},
          "FunctionVersion": {"Fn::GetAtt": ["One", "Version"]}, "Name": "live"}}}}
      """;

  private static final FakeAuthority AUTHORITY = new FakeAuthority();
  private static final List<String> CONSOLE = new CopyOnWriteArrayList<>();

  @TempDir private static Path folder;

  private static Lambda lambda;

  @BeforeAll
  static void start() throws IOException {
    var jar = jar(folder.resolve("probe.jar"));
    lambda =
        new Lambda(
            new Lambda.Options(
                folder.resolve("data"),
                folder.resolve("archives"),
                Path.of("target/runtime").toAbsolutePath(),
                2),
            key -> jar,
            new Principals(),
            AUTHORITY.guard(),
            new Journal(Clock.systemUTC()),
            value -> value.replace("https://outside.example", "http://stand-in"),
            CONSOLE::add);
    var stack = Template.resolve(MAPPER.readTree(TEMPLATE), NAMES, lambda.types());
    assertThat(lambda.refusals(stack)).isEmpty();
    lambda.start(stack);
  }

  @AfterAll
  static void close() {
    lambda.close();
  }

  @Test
  void aFunctionAnswersByNameByArnAndByAlias() {
    var name = NAMES.physical("Probe");
    for (var reference : List.of(name, NAMES.arn("lambda", "function:" + name), name + ":live")) {
      assertThat(invoke(reference, "{\"a\":1}").path("a").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aFunctionSeesItsOwnEnvironmentAndLambdas() {
    var environment = invoke(NAMES.physical("Probe"), "\"environment\"");

    assertThat(environment.path("TABLE").asText()).isEqualTo("t");
    assertThat(environment.path("PEER").asText())
        .isEqualTo(NAMES.arn("lambda", "function:%s:live".formatted(NAMES.physical("Probe"))));
    assertThat(environment.path("PARTY").asText()).isEqualTo("http://stand-in");
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText())
        .isEqualTo(NAMES.physical("Probe"));
    assertThat(environment.path("AWS_ENDPOINT_URL").asText()).isEqualTo("http://localhost:4402");
    assertThat(environment.has("JAVA_HOME")).isFalse();
  }

  @Test
  void anEnvironmentServesOneEventAfterAnother() {
    var first = invoke(NAMES.physical("Probe"), "\"environment\"").path("PID").asInt();
    var pids =
        IntStream.range(0, 10)
            .map(i -> invoke(NAMES.physical("Probe"), "\"environment\"").path("PID").asInt())
            .distinct()
            .toArray();

    assertThat(pids.length).isLessThanOrEqualTo(2);
    assertThat(pids).contains(first);
  }

  @Test
  void anExceptionIsTheFunctionsErrorAndIsTold() {
    var result = lambda.invoke(NAMES.physical("Probe"), "\"fail\"".getBytes(UTF_8));

    assertThat(result.failed()).isTrue();
    assertThat(new String(result.payload(), UTF_8)).contains("java.lang.IllegalStateException");
    assertThat(CONSOLE).anyMatch(line -> line.contains("told to fail"));
  }

  @Test
  void aFunctionThatTakesTooLongIsEnded() {
    var result = lambda.invoke(NAMES.physical("Hasty"), "\"hang\"".getBytes(UTF_8));

    assertThat(new String(result.payload(), UTF_8))
        .contains("Sandbox.Timedout")
        .contains("Task timed out after 1.00 seconds");
  }

  @Test
  void aProcessThatEndsFailsItsInvocationOnly() {
    var result = lambda.invoke(NAMES.physical("Probe"), "\"exit\"".getBytes(UTF_8));

    assertThat(tree(result.payload()).path("errorType").asText()).isEqualTo("Runtime.ExitError");
    assertThat(tree(result.payload()).path("errorMessage").asText()).endsWith("exit status 3");
    assertThat(invoke(NAMES.physical("Probe"), "1").asInt()).isEqualTo(1);
  }

  @Test
  void aHandlerThatIsNotThereFailsTheInvocation() {
    var result = lambda.invoke(NAMES.physical("Missing"), "{}".getBytes(UTF_8));

    assertThat(result.failed()).isTrue();
    assertThat(new String(result.payload(), UTF_8)).contains("no.such.Handler");
  }

  @Test
  void moreEventsThanEnvironmentsAreAllAnswered() {
    var answers =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> invoke(NAMES.physical("Probe"), Integer.toString(i)).asInt(),
                        Thread::startVirtualThread))
            .toList();

    for (var i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join()).isEqualTo(i);
    }
  }

  @Test
  void invokeTellsAFailureInItsHeaderAsLambdaDoes() {
    var api = new LambdaApi(lambda, NAMES);
    var name = NAMES.physical("Probe") + "%3Alive";

    assertThat(api.answer(call(name, "\"fail\"")).headers())
        .containsEntry("X-Amz-Function-Error", "Unhandled");
    assertThat(api.answer(call(name, "5")).body()).isEqualTo("5".getBytes(UTF_8));
    assertThat(api.answer(call("nobody", "5")).status()).isEqualTo(404);
  }

  @Test
  void aFunctionsLogIsWrittenByItsOwnRole() {
    invoke(NAMES.physical("Probe"), "1");

    var stream =
        NAMES.arn(
            "logs", "log-group:/aws/lambda/%s:log-stream:Probe".formatted(NAMES.physical("Probe")));
    assertThat(AUTHORITY.asked())
        .contains(
            new FakeAuthority.Asked(
                new Principal.RoleSession(
                    "arn:aws:iam::111122223333:role/probe", NAMES.physical("Probe")),
                new Access("logs:PutLogEvents", stream)));
  }

  private static AwsCall call(String function, String payload) {
    return new AwsCall(
        new Caller.Administrator("test"),
        "lambda",
        "POST",
        "/2015-03-31/functions/%s/invocations".formatted(function),
        "",
        Map.of(),
        payload.getBytes(UTF_8));
  }

  private static JsonNode invoke(String function, String payload) {
    var result = lambda.invoke(function, payload.getBytes(UTF_8));
    assertThat(result.failed()).as(new String(result.payload(), UTF_8)).isFalse();
    return tree(result.payload());
  }

  private static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(Path file) throws IOException {
    var entry = Probe.class.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(file));
        var bytes = Probe.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      bytes.transferTo(jar);
    }
    return file;
  }
}
