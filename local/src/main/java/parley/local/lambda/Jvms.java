package parley.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import parley.local.Child;
import parley.local.aws.Caller;
import parley.local.aws.Credentials;
import parley.local.aws.Principals;
import parley.local.template.Names;

/**
 * Starts execution environments as JVMs: Lambda's own runtime client before the function's jar on
 * the class path, and Lambda's own variables. No more start at once than there are cores.
 */
final class Jvms implements Launcher {

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final RuntimeApi runtime;
  private final Names names;
  private final Principals principals;
  private final Path clientFolder;
  private final Path data;
  private final List<String> nativeClient;
  private final SharedArchives archives;
  private final Logs logs;
  private final Consumer<String> console;
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

  Jvms(
      RuntimeApi runtime,
      Names names,
      Principals principals,
      Path clientFolder,
      Path data,
      SharedArchives archives,
      Logs logs,
      Consumer<String> console)
      throws IOException {
    this.nativeClient = NativeClient.flags(clientFolder, data.resolve("native"));
    this.runtime = runtime;
    this.names = names;
    this.principals = principals;
    this.clientFolder = clientFolder;
    this.data = data;
    this.console = console;
    this.archives = archives;
    this.logs = logs;
  }

  @Override
  public void launch(Pool pool, Environment environment, IntConsumer ended) {
    Thread.ofVirtual().start(() -> launchInTurn(pool, environment, ended));
  }

  @Override
  public void started() {
    turns.release();
  }

  /** A JVM that has written an archive may crash later: so it is used for that and ended. */
  @Override
  public boolean rests(Pool pool, Environment environment) {
    var jar = pool.function().jar();
    if (!archives.claim(jar)) {
      return false;
    }
    environment.withProcess(child -> Thread.ofVirtual().start(() -> use(jar, child)));
    return true;
  }

  private void use(Path jar, Child child) {
    archives.write(jar, child);
    child.kill();
  }

  private void launchInTurn(Pool pool, Environment environment, IntConsumer ended) {
    var function = pool.function();
    try {
      turns.acquire();
      var key =
          principals.issue(
              names,
              new Caller.Function(function.id(), function.session()),
              environment::invocation);
      var child =
          Child.start(
              command(function),
              variables(function, key, runtime.enter(pool, environment)),
              data.resolve("empty"),
              logs.of(function).orElse(Child.NOWHERE));
      environment.runsAs(child);
      child
          .ended()
          .thenAccept(
              status -> {
                runtime.leave(environment);
                principals.revoke(key);
                ended.accept(status);
              });
    } catch (IOException e) {
      console.accept("%s cannot be started: %s".formatted(function.id(), e.getMessage()));
      ended.accept(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(Function function) {
    var classPath = clientFolder + "/*:" + archives.stable(function.jar());
    var command = new ArrayList<>(List.of(Child.javaCommand(), "-XX:+UseSerialGC"));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + function.memoryMegabytes() + "m",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(nativeClient);
    command.addAll(archives.flags(function.jar()));
    command.addAll(List.of("-cp", classPath, CLIENT, function.handler()));
    return command;
  }

  private Map<String, String> variables(Function function, Credentials key, String runtimeApi) {
    var variables = new HashMap<>(function.variables());
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_ACCESS_KEY_ID", key.accessKey());
    variables.put("AWS_SECRET_ACCESS_KEY", key.secret());
    variables.put("AWS_REGION", names.region());
    variables.put("AWS_DEFAULT_REGION", names.region());
    variables.put("AWS_ENDPOINT_URL", names.aws().toString());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", function.id());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("LAMBDA_TASK_ROOT", "/var/task");
    variables.put("TZ", ":UTC");
    return variables;
  }
}
