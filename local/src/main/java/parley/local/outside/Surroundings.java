package parley.local.outside;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** What a stand-in has to do with. Safe for many threads. */
public interface Surroundings {

  /** Where the stack's site answers, such as {@code http://localhost:4400}. */
  URI site();

  /** The stack's outputs by name, in which an operator finds the addresses to give to a party. */
  Map<String, String> outputs();

  /** What the customer has in their secret now, by name; empty where they have no secret. */
  Map<String, String> keys();

  /** The twin's time. */
  Clock clock();

  /**
   * Asks the stack something; the console tells of it.
   *
   * @param request with the address on this machine, and headers by name
   */
  Answer send(Sent request) throws IOException, InterruptedException;

  /** A request of the party's own. */
  record Sent(String method, URI to, Map<String, String> headers, byte[] body) {}
}
