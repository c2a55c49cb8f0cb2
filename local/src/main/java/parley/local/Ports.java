package parley.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * The four ports that a browser and the functions see.
 *
 * @param base the site's; the issuer's, AWS's and the console's follow
 */
record Ports(int base) {

  URI site() {
    return address(base);
  }

  URI issuer() {
    return address(base + 1);
  }

  URI aws() {
    return address(base + 2);
  }

  URI console() {
    return address(base + 3);
  }

  /** Throws where one of them is taken, before anything is started. */
  void check() throws IOException {
    for (var port = base; port <= base + 3; port++) {
      try (var socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        throw new IOException(
            "the port %d is taken, and the twin needs %d to %d: end what uses it, or choose others with --port"
                .formatted(port, base, base + 3),
            e);
      }
    }
  }

  private static URI address(int port) {
    return URI.create("http://localhost:" + port);
  }
}
