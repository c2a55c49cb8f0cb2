package parley.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.dynamo.Dynamo;
import parley.local.dynamo.TableItems;
import parley.local.events.Buses;
import parley.local.iam.Iam;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.journal.Trace;
import parley.local.lambda.Functions;
import parley.local.outside.Echo;
import parley.local.outside.Outside;
import parley.local.queue.Queues;
import parley.local.secret.Secrets;
import parley.local.socket.OpenSocket;

/** A console of a small stack, over real HTTP. */
abstract class ConsoleCase {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String TEMPLATE =
      """
      {
        "Send": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java25", "Handler": "a.Send",
          "Role": "arn:aws:iam::111122223333:role/{{Role}}", "MemorySize": 512, "Timeout": 7,
          "Environment": {"Variables": {"TABLE": "t", "ECHO_ORIGIN": "https://echo.example", "KEYS": "{{Keys}}"}}}},
        "Keys": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": "{}"}},
        "Maker": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "nodejs22.x"}},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [
          {"PolicyDocument": {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}}]}},
        "Writes": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": ["{{Role}}"], "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "arn:t"}]}}},
        "Others": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": ["another"], "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "dynamodb:Scan", "Resource": "*"}]}}},
        "Feed": {"Type": "AWS::Lambda::EventSourceMapping", "Properties":
          {"EventSourceArn": "arn:stream", "FunctionName": "arn:send"}},
        "Dead": {"Type": "AWS::SQS::Queue", "Properties": {}},
        "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "chat"}},
        "Posted": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "chat",
          "EventPattern": {"detail-type": ["message.posted"]}, "Targets": [{"Id": "T", "Arn": "arn:aws:sqs:r:1:q"}]}},
        "Off": {"Type": "AWS::Events::Rule", "Properties": {"State": "DISABLED",
          "EventPattern": {"source": ["aws.iam"]}, "Targets": []}}
      }
      """;

  final Journal journal = new Journal(Clock.systemUTC());
  final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path data;
  Queues queues;
  Buses buses;
  Outside outside;
  FakeStack stack;
  Console console;
  URI address;

  @BeforeEach
  void start() throws Exception {
    queues = new Queues(data.resolve("queues"), Clock.systemUTC(), line -> {});
    buses = new Buses(data.resolve("events"), Clock.systemUTC(), line -> {});
    var secrets = new Secrets(data.resolve("secrets"), Clock.systemUTC());
    outside = new Outside(List.of(new Echo()), secrets, Clock.systemUTC(), line -> {});
    var names = FakeStack.freeNames();
    address = names.site();
    var sources =
        new Console.Sources(
            journal,
            function -> 2,
            new TableItems(new Dynamo(new Dynamo.Options(data, data, true), line -> {})),
            () -> List.of(SOCKET),
            queues,
            buses,
            outside,
            data);
    console = new Console(address.getPort(), sources);
    stack =
        new FakeStack(names, TEMPLATE, List.of(new Iam(Clock.systemUTC()), queues, buses, secrets));
    queues.start(stack);
    buses.start(stack);
    secrets.start(stack);
    outside.start(stack);
    console.start(stack);
  }

  static final OpenSocket SOCKET =
      new OpenSocket(
          "L0SM9cOFvHcCIhw=",
          "api",
          "ws",
          Instant.EPOCH,
          Instant.EPOCH,
          "127.0.0.1",
          "",
          Map.of(),
          Map.of("user", "u-1"));

  @AfterEach
  void close() {
    console.close();
    buses.close();
    outside.close();
    http.close();
  }

  void send() {
    Functions functions = (arn, payload) -> new Functions.Result("{}".getBytes(UTF_8), false);
    var unused =
        journal.request(
            Kind.REST,
            "POST /api/things",
            () -> {
              Trace.route("POST /things");
              Trace.passed("mapped request", "{}");
              return journal.invocation(
                  "i-1",
                  "Send",
                  "{}".getBytes(UTF_8),
                  () -> called(functions),
                  Functions.Result::payload,
                  Functions.Result::failed);
            },
            answer -> "200");
  }

  Functions.Result called(Functions functions) {
    return journal.call(
        new Journal.Call("i-1", "Send", "dynamodb", "PutItem", "{}".getBytes(UTF_8)),
        () -> functions.invoke("", new byte[0]),
        answer -> 200,
        Functions.Result::payload);
  }

  static List<String> types(JsonNode owner) {
    return owner.path("steps").valueStream().map(step -> step.path("type").asText()).toList();
  }

  JsonNode get(String path) throws Exception {
    var answer = send(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> send(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
