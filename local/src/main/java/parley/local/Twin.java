package parley.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import parley.local.iam.Grant;
import parley.local.template.Assembly;
import parley.local.template.Names;
import parley.local.template.Problem;
import parley.local.template.ResolvedStack;
import parley.local.template.Template;
import parley.local.template.Unacceptable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the twin. */
@Command(
    name = "twin",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a synthesized CDK stack on this machine, on loopback.")
public final class Twin implements Callable<Integer> {

  /** What the exit status says where the stack needs what the twin does not implement. */
  private static final int UNACCEPTABLE = 2;

  private static final String NO_ACCOUNT = "000000000000";
  private static final String NO_REGION = "us-east-1";

  @Parameters(paramLabel = "CDK_OUT", description = "the folder that cdk synth wrote")
  private Path assembly = Path.of("cdk.out");

  @Option(names = "--stack", description = "which stack, where the assembly has several")
  private Optional<String> stack = Optional.empty();

  @Option(
      names = "--software",
      description = "the twin's module, where it was built (default: where its code is)")
  private Optional<Path> software = Optional.empty();

  @Option(names = "--data", description = "where data is kept (default: .twin/STACK)")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--empty", description = "forget all data first")
  private boolean empty;

  @Option(names = "--memory", description = "keep tables in memory, and forget them at the end")
  private boolean memory;

  @Option(
      names = "--port",
      description =
          "the site's port; sign-in, AWS and the console take the next three (default: 4400)")
  private int port = 4400;

  @Option(names = "--environments", description = "the most JVMs of one function (default: 2)")
  private int environments = 2;

  @Option(
      names = "--poll-ms",
      description = "how long an idle stream is left alone, in milliseconds (default: 25)")
  private long pollMilliseconds = 25;

  @Option(
      names = "--revoke",
      paramLabel = "GRANT",
      description =
          "takes a grant away, to see what fails for it: POLICY STATEMENT ACTION RESOURCE, as permissions-used.jsonl has them")
  private Optional<String> revoked = Optional.empty();

  @Option(
      names = "--faults",
      description =
          "serve an interface, at the port after the console's, that injects faults when asked to")
  private boolean faults;

  private final long began = System.nanoTime();

  /** Runs the command line, and ends the process with its status. */
  public static void main(String[] arguments) {
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.exit(new CommandLine(new Twin()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try {
      return run();
    } catch (Unacceptable e) {
      System.err.println(e.getMessage());
      return UNACCEPTABLE;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private int run() throws Exception {
    var read = Assembly.read(assembly, stack);
    var ports = new Ports(port, faults);
    var names = names(read, ports);
    ports.check();
    try (var kept = Data.take(data.orElse(Path.of(".twin", read.stack())))) {
      if (empty) {
        kept.empty();
      }
      var settings =
          new Settings(
              kept.folder(),
              memory,
              environments,
              Duration.ofMillis(pollMilliseconds),
              ports.console().getPort(),
              ports.devices(),
              revoked.map(Grant::parse),
              faults ? Optional.of(ports.faultInterface().getPort()) : Optional.empty());
      var parts =
          new Parts(
              settings,
              software.map(Installation::in).orElseGet(Installation::find),
              names,
              read,
              System.out::println);
      var resolved = accept(read, names, parts, kept);
      serve(parts, resolved, kept, ports);
    }
    return 0;
  }

  static Names names(Assembly read, Ports ports) {
    return new Names(
        read.stack(),
        read.region().orElse(NO_REGION),
        read.account().orElse(NO_ACCOUNT),
        ports.site(),
        ports.issuer(),
        ports.aws());
  }

  private static ResolvedStack accept(Assembly assembly, Names names, Parts parts, Data kept)
      throws IOException {
    var resolved = Template.resolve(assembly.template(), names, parts.types());
    var refusals = parts.refusals(resolved);
    if (!refusals.isEmpty()) {
      throw new Unacceptable(refusals.stream().map(Problem::of).toList());
    }
    System.out.printf("%s: %d resources%n", names.stack(), resolved.size());
    if (!resolved.inert().isEmpty()) {
      System.out.println(
          new WithoutEffect(resolved.inert()).tell(kept.folder().resolve("without-effect.txt")));
    }
    return resolved;
  }

  private void serve(Parts parts, ResolvedStack resolved, Data kept, Ports ports) throws Exception {
    var end = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  end.countDown();
                  try {
                    ended.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    try (parts) {
      System.out.println("starting the tables …");
      parts.start(resolved);
      System.out.printf(
          "ready after %.1f s: %s (data in %s; Ctrl-C ends it)%n",
          (System.nanoTime() - began) / 1e9, resolved.names().site(), kept.folder());
      if (!resolved.all("AWS::Cognito::UserPool").isEmpty()) {
        System.out.println(Demo.line());
      }
      System.out.println("see what happens, and why: " + ports.console());
      System.out.println(parts.clients());
      if (faults) {
        System.out.println("faults can be asked for: " + ports.faultInterface());
      }
      parts.warm();
      end.await();
      System.out.println("ending …");
    } finally {
      ended.countDown();
    }
  }
}
