package parley.local.dynamo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import parley.local.Child;

/** DynamoDB Local as a process of its own, on loopback at a free port. */
public final class DynamoProcess implements AutoCloseable {

  /** The header by which a call shows {@link #key()}; without it every call is refused with 403. */
  public static final String KEY_HEADER = LoopbackLauncher.HEADER;

  private final Child child;
  private final URI address;
  private final String key;
  private final Path log;

  private DynamoProcess(Child child, URI address, String key, Path log) {
    this.child = child;
    this.address = address;
    this.key = key;
    this.log = log;
  }

  /** Starts it; it answers some time later. Throws where the build has not fetched it. */
  public static DynamoProcess start(Dynamo.Options options) throws IOException {
    if (!Files.isDirectory(options.software())) {
      throw new IOException(
          "there is no DynamoDB Local in %s: build the project, which fetches it"
              .formatted(options.software()));
    }
    var port = freePort();
    var log = options.data().resolve("logs").resolve("dynamodb-local.log");
    var key = newKey();
    return new DynamoProcess(
        Child.start(
            command(options, port),
            Map.of(LoopbackLauncher.KEY, key),
            options.data().resolve("dynamodb"),
            log),
        URI.create("http://127.0.0.1:" + port),
        key,
        log);
  }

  /** Where it answers, on loopback. */
  public URI address() {
    return address;
  }

  /** What only this process and whoever is told know. */
  public String key() {
    return key;
  }

  /** The way to it. */
  DynamoClient client() {
    return new DynamoClient(address, key);
  }

  /** Throws where it has ended, so that nobody waits for it in vain. */
  public void check() throws IOException {
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

  private static String newKey() {
    var bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
