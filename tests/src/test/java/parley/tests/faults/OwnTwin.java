package parley.tests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A twin that is disturbed: started and ended as often as a test wants, with its data on disk or in
 * memory.
 */
final class OwnTwin implements AutoCloseable {

  private static final Path ROOT = Path.of("..");
  private static final String READY = "ready after";

  private final String name;
  private final int port;
  private final List<String> options;
  private @Nullable Process process;
  private CompletableFuture<Void> ready = new CompletableFuture<>();

  /**
   * @param name of its data's folder and its output's file
   * @param port the site's; four more are taken
   */
  OwnTwin(String name, int port, String... options) {
    this.name = name;
    this.port = port;
    this.options = List.of(options);
  }

  URI site() {
    return URI.create("http://localhost:" + port);
  }

  URI faults() {
    return URI.create("http://localhost:" + (port + 4));
  }

  /** Its data's folder, from the module's. */
  Path data() {
    return Path.of("target/faults", name);
  }

  /** Builds what is to be built, forgets all data, and starts. */
  OwnTwin startAnew() {
    run(List.of("bin/start", "--instance", "plain", "--instances", "tests/instances", "--help"));
    try {
      Quick.delete(data());
      Quick.make(data().resolve("dynamodb"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
    return this;
  }

  /** Starts, and returns when it is ready. */
  void start() {
    launch();
    awaitReady();
  }

  /** Begins to start. */
  void launch() {
    try {
      var started =
          new ProcessBuilder(command()).directory(ROOT.toFile()).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
      process = started;
      var output = started.inputReader();
      var readiness = new CompletableFuture<Void>();
      ready = readiness;
      // A read of a pipe holds a virtual thread's carrier, of which there are as many as cores.
      Thread.ofPlatform().daemon().start(() -> keepAll(output, readiness));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is ready; throws where it ends before. */
  void awaitReady() {
    ready.join();
  }

  /** Ends it with all its processes, as kill -9 does, and returns when they are gone. */
  void kill() {
    if (process == null) {
      return;
    }
    var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    // What has ended has no command any more, even where its parent has not asked how it ended.
    while (all.stream().anyMatch(one -> one.info().command().isPresent())) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As bin/start runs it, without looking first whether something is to be built.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-jar", "local/target/local-1.0.0.jar", "cdk.out/plain"));
    command.addAll(List.of("--stack", "parley-plain", "--port", "" + port));
    command.addAll(List.of("--data", "tests/" + data()));
    command.addAll(options);
    return command;
  }

  private static void run(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%s failed".formatted(command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keepAll(BufferedReader output, CompletableFuture<Void> readiness) {
    var lines = new StringBuilder();
    try {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        keep(line);
        if (!readiness.isDone()) {
          lines.append(line).append('\n');
        }
        if (line.contains(READY)) {
          readiness.complete(null);
        }
      }
    } catch (IOException e) {
      // It was killed.
    }
    readiness.completeExceptionally(new IllegalStateException("the twin did not start:\n" + lines));
  }

  private void keep(String line) throws IOException {
    var file = Path.of("target", "faults-%s.txt".formatted(name));
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
