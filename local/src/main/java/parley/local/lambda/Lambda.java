package parley.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import parley.local.Part;
import parley.local.aws.Principals;
import parley.local.iam.Guard;
import parley.local.journal.Journal;
import parley.local.logs.LogFile;
import parley.local.template.Assets;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** Lambda: runs the stack's Java functions, each in JVMs of its own. */
public final class Lambda implements Part, Functions, Processes {

  static final String JAVA = "java25";

  private final Options options;
  private final Assets assets;
  private final Principals principals;
  private final Guard guard;
  private final Journal journal;
  private final UnaryOperator<String> addresses;
  private final Consumer<String> console;
  private final RuntimeApi runtime = new RuntimeApi();
  private final Map<String, Pool> pools = new ConcurrentHashMap<>();
  private final FirstUses firstUses;

  /**
   * What may be chosen.
   *
   * @param data where logs are kept
   * @param archives the folder with what makes functions start quickly, and nothing else
   * @param client the folder with Lambda's runtime interface client and what it needs
   * @param environments the most JVMs of one function
   */
  public record Options(Path data, Path archives, Path client, int environments) {}

  /**
   * Functions with their code from the assembly's assets, each a principal of its own.
   *
   * @param addresses what functions are given of a variable's value
   */
  public Lambda(
      Options options,
      Assets assets,
      Principals principals,
      Guard guard,
      Journal journal,
      UnaryOperator<String> addresses,
      Consumer<String> console) {
    this.options = options;
    this.assets = assets;
    this.principals = principals;
    this.guard = guard;
    this.journal = journal;
    this.addresses = addresses;
    this.console = console;
    this.firstUses = new FirstUses(options.data().resolve("first-uses.txt"));
  }

  @Override
  public List<ResourceType> types() {
    return LambdaTypes.ALL;
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var refusals = new ArrayList<String>();
    for (var function : stack.all(LambdaTypes.FUNCTION)) {
      if (runsHere(function)) {
        try {
          var code = assets.file(function.text("Code.S3Key"));
          if (!code.toString().endsWith(".jar")) {
            refusals.add("%s: its code is %s, and only jars run".formatted(function.id(), code));
          }
        } catch (IllegalArgumentException e) {
          refusals.add("%s: %s".formatted(function.id(), e.getMessage()));
        }
      } else if (!servesCustomResources(stack, function)) {
        refusals.add(
            "%s: the runtime %s is not implemented, only %s is"
                .formatted(function.id(), function.text("Runtime"), JAVA));
      }
    }
    return refusals;
  }

  @Override
  public void start(Stack stack) throws IOException {
    var archives = new SharedArchives(options.archives(), options.client());
    archives.keepOnly(
        stack.all(LambdaTypes.FUNCTION).stream()
            .filter(Lambda::runsHere)
            .map(function -> assets.file(function.text("Code.S3Key")))
            .distinct()
            .toList());
    var jvms =
        new Jvms(
            runtime,
            stack.names(),
            principals,
            options.client(),
            options.data(),
            archives,
            new Logs(options.data().resolve("logs"), stack.names(), guard),
            console);
    for (var resource : stack.all(LambdaTypes.FUNCTION)) {
      if (runsHere(resource)) {
        var function = function(stack, resource);
        pools.put(function.name(), new Pool(function, jvms));
      }
    }
    runtime.start();
  }

  @Override
  public Result invoke(String arn, byte[] payload) {
    var pool = pools.get(LambdaTypes.name(arn));
    if (pool == null) {
      throw new IllegalArgumentException("there is no function " + arn);
    }
    firstUses.used(pool.function().id());
    var invocation = new Invocation(arn, payload);
    var result =
        journal.invocation(
            invocation.id(),
            pool.function().id(),
            payload,
            () -> run(pool, invocation),
            Result::payload,
            Result::failed);
    if (result.failed()) {
      console.accept(
          "%s failed: %s (its log: %s)"
              .formatted(
                  pool.function().id(),
                  Errors.summary(result.payload()),
                  options.data().resolve("logs").resolve(pool.function().id() + ".log")));
    }
    return result;
  }

  @Override
  public void kill(String invocation) {
    var unused = pools.values().stream().anyMatch(pool -> pool.kill(invocation));
  }

  @Override
  public void timeOut(String invocation) {
    var unused = pools.values().stream().anyMatch(pool -> pool.timeOut(invocation));
  }

  private static Result run(Pool pool, Invocation invocation) {
    pool.submit(invocation);
    return invocation.result().join();
  }

  /** How many execution environments a function has now. */
  public int environments(String logicalId) {
    return pools.values().stream()
        .filter(pool -> pool.function().id().equals(logicalId))
        .mapToInt(Pool::size)
        .sum();
  }

  /** The function of that name or ARN. */
  Optional<Function> find(String nameOrArn) {
    return Optional.ofNullable(pools.get(LambdaTypes.name(nameOrArn))).map(Pool::function);
  }

  /** All functions, by their names. */
  List<Function> all() {
    return pools.values().stream()
        .map(Pool::function)
        .sorted(Comparator.comparing(Function::name))
        .toList();
  }

  /** Where each function's log is, once it has written any. */
  public List<LogFile> logs() {
    return all().stream()
        .map(
            f ->
                new LogFile(
                    f.logGroup(), f.id(), options.data().resolve("logs").resolve(f.id() + ".log")))
        .toList();
  }

  /**
   * Starts an environment of each function that the last run used, in the order in which it used
   * them. To be called when the twin is ready; returns at once.
   */
  public void warm() {
    for (var id : firstUses.lastTime()) {
      pools.values().stream().filter(p -> p.function().id().equals(id)).forEach(Pool::warm);
    }
  }

  @Override
  public void close() {
    pools.values().parallelStream().forEach(Pool::close);
    runtime.close();
  }

  /** Functions of other runtimes only make custom resources, which parts of the twin make. */
  private static boolean runsHere(Resource function) {
    return function.text("Runtime").equals(JAVA);
  }

  private static boolean servesCustomResources(ResolvedStack stack, Resource function) {
    return stack.all().stream()
        .filter(resource -> resource.type().startsWith("Custom::"))
        .anyMatch(
            resource ->
                LambdaTypes.name(resource.text("ServiceToken"))
                    .equals(stack.names().physical(function.id())));
  }

  private Function function(Stack stack, Resource resource) {
    var name = stack.names().physical(resource.id());
    return new Function(
        resource.id(),
        name,
        LambdaTypes.arn(stack.names(), name),
        assets.file(resource.text("Code.S3Key")),
        resource.text("Handler"),
        resource.get("MemorySize").asInt(128),
        Duration.ofSeconds(resource.get("Timeout").asInt(3)),
        Math.min(
            options.environments(),
            resource.get("ReservedConcurrentExecutions").asInt(Integer.MAX_VALUE)),
        Variables.of(resource, addresses),
        Roles.session(stack, resource),
        resource.get("LoggingConfig.LogGroup").asText("/aws/lambda/" + name));
  }
}
