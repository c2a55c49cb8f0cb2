package parley.local.iam;

import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param address any of them
 * @param bits how many bits they share
 */
record Network(InetAddress address, int bits) {

  /**
   * Reads {@code 203.0.113.0/24}, {@code 2001:db8::/32}, or one address. Throws {@link
   * IllegalArgumentException} for anything else.
   */
  static Network parse(String text) {
    var slash = text.indexOf('/');
    try {
      var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      var most = address.getAddress().length * Byte.SIZE;
      var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > most) {
        throw new IllegalArgumentException("%d bits of %d".formatted(bits, most));
      }
      return new Network(address, bits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no network: it may be ADDRESS/BITS or an address".formatted(text), e);
    }
  }

  /** Whether an address, such as {@code 203.0.113.7}, is one of them. */
  boolean contains(String other) {
    var mine = address.getAddress();
    var its = InetAddress.ofLiteral(other).getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      if (((mine[bit / 8] ^ its[bit / 8]) & 0x80 >> bit % 8) != 0) {
        return false;
      }
    }
    return true;
  }
}
