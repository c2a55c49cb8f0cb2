package parley.addons.triggers.webhooks;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/**
 * Keeps events on the internet. A receiver's address is the platform team's, and trusted; where its
 * name leads is its owner's to say, who must not be able to point it into the function's own
 * surroundings.
 *
 * <p>The names of {@code https} addresses are looked up here first; the JDK keeps what it found for
 * longer than the request then takes to connect. {@code http} is allowed by the settings on
 * loopback alone, for a twin.
 */
final class Internet {

  private Internet() {}

  /**
   * Throws {@link IOException} where a name is not known, or leads to where the internet is not.
   */
  static void check(URI url) throws IOException {
    if (!"https".equals(url.getScheme())) {
      return;
    }
    for (var address : InetAddress.getAllByName(url.getHost())) {
      if (isInside(address)) {
        throw new IOException("%s is not on the internet".formatted(url.getHost()));
      }
    }
  }

  static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || switch (address) {
          case Inet4Address four -> isSharedOrReserved(four.getAddress());
          case Inet6Address six -> (six.getAddress()[0] & 0xfe) == 0xfc;
          default -> true;
        };
  }

  /** 0.0.0.0/8, 100.64.0.0/10 (RFC 6598) and 240.0.0.0/4 (RFC 1112). */
  private static boolean isSharedOrReserved(byte[] bytes) {
    var first = bytes[0] & 0xff;
    return first == 0 || first >= 240 || (first == 100 && (bytes[1] & 0xc0) == 0x40);
  }
}
