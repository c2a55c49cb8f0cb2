package parley.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * The ports that a browser and the functions see.
 *
 * @param base the site's; the issuer's, AWS's and the console's follow, and the fault interface's
 * @param faults whether there is a fault interface
 */
record Ports(int base, boolean faults) {

  URI site() {
    return address(base);
  }

  URI issuer() {
    return address(base + 1);
  }

  /** By number: before a name, S3's clients write the bucket's, and that is no host then. */
  URI aws() {
    return URI.create("http://127.0.0.1:" + (base + 2));
  }

  URI console() {
    return address(base + 3);
  }

  URI faultInterface() {
    return address(base + 4);
  }

  /** Used only where a stack has devices. */
  int devices() {
    return base + 5;
  }

  /** Throws where one of them is taken, before anything is started. */
  void check() throws IOException {
    for (var port = base; port <= last(); port++) {
      try (var socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        throw new IOException(
            "the port %d is taken, and the twin needs %d to %d: end what uses it, or choose others with --port"
                .formatted(port, base, last()),
            e);
      }
    }
  }

  private int last() {
    return faults ? base + 4 : base + 3;
  }

  private static URI address(int port) {
    return URI.create("http://localhost:" + port);
  }
}
