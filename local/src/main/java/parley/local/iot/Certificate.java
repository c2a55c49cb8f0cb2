package parley.local.iot;

import java.util.Set;

/**
 * A certificate that is registered.
 *
 * @param arn as policies and things are attached to it
 * @param active false where it was revoked, or not yet activated
 * @param things the names of the things that it is attached to
 */
record Certificate(String arn, boolean active, Set<String> things) {

  /** The thing that a client with this certificate is; "" where it is none. */
  String thing(String clientId) {
    return things.contains(clientId) ? clientId : "";
  }
}
