package parley.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsEndpoint;
import parley.local.aws.Developer;
import parley.local.aws.Principals;
import parley.local.aws.StsApi;
import parley.local.console.Console;
import parley.local.dynamo.Dynamo;
import parley.local.dynamo.DynamoApi;
import parley.local.dynamo.TableItems;
import parley.local.dynamo.TableStream;
import parley.local.events.Buses;
import parley.local.events.EventsApi;
import parley.local.events.Sender;
import parley.local.faults.Faults;
import parley.local.feed.QueueFeeds;
import parley.local.gateway.FunctionPermission;
import parley.local.gateway.RestApis;
import parley.local.iam.Guard;
import parley.local.iam.Iam;
import parley.local.iam.UseLog;
import parley.local.iot.Iot;
import parley.local.issuer.Issuer;
import parley.local.journal.Journal;
import parley.local.journal.Trace;
import parley.local.kinesis.KinesisApi;
import parley.local.kinesis.Streams;
import parley.local.lambda.Lambda;
import parley.local.lambda.LambdaApi;
import parley.local.logs.LogGroups;
import parley.local.logs.LogsApi;
import parley.local.outside.Outside;
import parley.local.queue.Queues;
import parley.local.queue.QueuesApi;
import parley.local.s3.Buckets;
import parley.local.s3.S3Api;
import parley.local.schedule.Schedules;
import parley.local.secret.Secrets;
import parley.local.secret.SecretsApi;
import parley.local.site.Site;
import parley.local.sns.SnsApi;
import parley.local.sns.Topics;
import parley.local.socket.Interference;
import parley.local.socket.Limits;
import parley.local.socket.SocketApis;
import parley.local.stream.Disturbance;
import parley.local.stream.Mappings;
import parley.local.template.Assets;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;

/** All parts of the twin, put together: the one place that knows which there are. */
final class Parts implements AutoCloseable {

  private final List<Part> parts = new ArrayList<>();
  private final Path data;
  private final Principals principals;
  private final Guard guard;
  private final Dynamo dynamo;
  private final Lambda lambda;
  private final List<AwsApi> apis;
  private final AwsEndpoint endpoint;
  private @Nullable Developer developer;

  Parts(
      Settings settings,
      Installation installation,
      Names names,
      Assets assets,
      Consumer<String> console) {
    data = settings.data();
    principals = new Principals();
    var faults = settings.faults().map(port -> new Faults(port, console));
    var clock = faults.map(Faults::clock).orElse(Clock.systemUTC());
    var journal = new Journal(clock);
    var iam = new Iam(clock, settings.revoked());
    guard = new Guard(iam, console);
    guard.listen(Trace::decided);
    dynamo =
        new Dynamo(
            new Dynamo.Options(data, installation.dynamoDb(), settings.inMemory(), clock), console);
    var secrets = new Secrets(data.resolve("secrets"), clock);
    var outside = new Outside(OutsideParties.all(), secrets, clock, console);
    lambda =
        new Lambda(
            new Lambda.Options(
                data,
                data.resolve(Data.ARCHIVES),
                installation.lambdaClient(),
                settings.environments()),
            assets,
            principals,
            guard,
            journal,
            outside::address,
            console);
    var queues = new Queues(data.resolve("queues"), clock, console);
    var groups = new LogGroups(lambda::logs, clock);
    parts.add(new Inert());
    parts.add(iam);
    parts.add(secrets);
    parts.add(outside);
    parts.add(dynamo);
    parts.add(lambda);
    parts.add(queues);
    parts.add(groups);
    var streams = new Streams(data.resolve("kinesis"), clock);
    var buckets = new Buckets(data.resolve("buckets"));
    var buses = new Buses(data.resolve("events"), clock, console);
    var topics = new Topics(data.resolve("notifications.jsonl"), clock, console);
    parts.addAll(List.of(streams, buckets, topics));
    var permission = new FunctionPermission(guard, names);
    var sockets =
        new SocketApis(
            lambda,
            permission,
            Limits.aws(),
            journal,
            clock,
            faults.map(Faults::interference).orElse(Interference.NONE));
    var whole =
        List.of(
            new DynamoApi(dynamo, names),
            new LambdaApi(lambda, names),
            LogsApi.of(groups, names, clock),
            QueuesApi.of(queues, names),
            KinesisApi.of(streams, names),
            new S3Api(buckets),
            EventsApi.of(buses, names, clock),
            new SecretsApi(secrets, names),
            new SnsApi(topics),
            new StsApi(names),
            sockets);
    apis =
        faults
            .map(injecting -> injecting.around(whole, principals::invocation, lambda))
            .orElse(whole);
    var aws = new AwsApis(apis, guard, console);
    endpoint = new AwsEndpoint(names.aws().getPort(), principals, aws, journal);
    var issuer = new Issuer(data, Demo.PEOPLE, clock);
    var rest = new RestApis(lambda, aws, permission, issuer, journal, clock);
    parts.addAll(List.of(issuer, rest, sockets, new Site(buckets, assets, rest, sockets, guard)));
    buses.reach(new Sender(lambda, aws, queues, guard, journal, names));
    parts.add(buses);
    parts.add(new Iot(data, settings.devices(), aws, new Iot.With(guard, journal, clock, console)));
    parts.add(new Schedules(lambda, queues, guard, journal, clock, console));
    var disturbance = faults.map(Faults::disturbance).orElse(Disturbance.NONE);
    // Last, since what it invokes calls all the others.
    parts.add(
        new Mappings(
            new Mappings.Settings(
                data.resolve("streams"), settings.pollEvery(), clock, disturbance),
            arn ->
                arn.contains(":kinesis:")
                    ? streams.changes(arn, names.region())
                    : new TableStream(dynamo, arn, names.region()),
            lambda,
            queues,
            guard,
            journal,
            console));
    parts.add(
        new QueueFeeds(
            settings.environments(), lambda, queues, guard, journal, disturbance, console));
    faults.ifPresent(injecting -> injecting.know(sockets::cut, iam));
    faults.ifPresent(parts::add);
    var sources =
        new Console.Sources(
            journal,
            lambda::environments,
            new TableItems(dynamo),
            sockets::openSockets,
            queues,
            buses,
            outside,
            data);
    parts.add(new Console(settings.console(), sources));
  }

  /** Parts that are never started, of which one may ask what they know. */
  static Parts unstarted(Names names, Assets assets) {
    return new Parts(
        new Settings(Path.of(""), true, 1, Duration.ZERO, 0, 0, Optional.empty(), Optional.empty()),
        new Installation(Path.of(""), Path.of("")),
        names,
        assets,
        line -> {});
  }

  /** The resource types of all parts. */
  List<ResourceType> types() {
    return parts.stream().flatMap(part -> part.types().stream()).toList();
  }

  /** The APIs of AWS behind the endpoint. */
  List<AwsApi> apis() {
    return apis;
  }

  /** What any part cannot run. */
  List<String> refusals(ResolvedStack stack) {
    return parts.stream().flatMap(part -> part.refusals(stack).stream()).toList();
  }

  /** Starts all parts, and returns when they serve. */
  void start(ResolvedStack stack) throws Exception {
    guard.listen(new UseLog(data.resolve(UseLog.NAME), Trace::cause));
    developer = Developer.enter(principals, stack.names(), data.resolve("aws"));
    endpoint.start();
    for (var part : parts) {
      part.start(stack);
    }
    dynamo.awaitReady();
  }

  /** How to point AWS's own clients at the twin; "" before it was started. */
  String clients() {
    return developer == null ? "" : developer.line();
  }

  /** Does what makes the next minutes quicker, in the background. */
  void warm() {
    lambda.warm();
  }

  @Override
  public void close() {
    for (var part : parts.reversed()) {
      part.close();
    }
    endpoint.close();
  }
}
