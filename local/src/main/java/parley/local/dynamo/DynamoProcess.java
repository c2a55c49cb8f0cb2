package parley.local.dynamo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.local.Child;

/** DynamoDB Local as a process of its own, on loopback at a free port. */
final class DynamoProcess implements AutoCloseable {

  private final Child child;
  private final URI address;
  private final Path log;

  private DynamoProcess(Child child, URI address, Path log) {
    this.child = child;
    this.address = address;
    this.log = log;
  }

  /** Starts it; it answers some time later. */
  static DynamoProcess start(Dynamo.Options options) throws IOException {
    if (!Files.isDirectory(options.software())) {
      throw new IOException(
          "there is no DynamoDB Local in %s: build the project, which fetches it"
              .formatted(options.software()));
    }
    var port = freePort();
    var log = options.data().resolve("logs").resolve("dynamodb-local.log");
    return new DynamoProcess(
        Child.start(command(options, port), Map.of(), options.data().resolve("dynamodb"), log),
        URI.create("http://127.0.0.1:" + port),
        log);
  }

  URI address() {
    return address;
  }

  /** Throws where it has ended, so that nobody waits for it in vain. */
  void check() throws IOException {
    if (!child.alive()) {
      throw new IOException("DynamoDB Local ended: see " + log);
    }
  }

  @Override
  public void close() {
    child.close();
  }

  private static List<String> command(Dynamo.Options options, int port) {
    var command =
        new ArrayList<>(
            List.of(
                Child.javaCommand(),
                "-XX:+UseSerialGC",
                // Starts in half of the time that the optimizing compiler takes.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + options.software(),
                "-cp",
                options.software() + "/*:" + ownCode(),
                LoopbackLauncher.class.getName(),
                "-port",
                Integer.toString(port),
                "-sharedDb",
                "-disableTelemetry"));
    command.addAll(
        options.inMemory()
            ? List.of("-inMemory")
            : List.of("-dbPath", options.data().resolve("dynamodb").toString()));
    return command;
  }

  private static Path ownCode() {
    try {
      return Path.of(
          LoopbackLauncher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("a code source is a URI", e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
