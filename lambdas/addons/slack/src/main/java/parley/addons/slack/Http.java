package parley.addons.slack;

import java.net.URI;
import java.util.Map;

/** Posts something to an address. */
@FunctionalInterface
interface Http {

  /**
   * What came back.
   *
   * @param retryAfter the header of that name; "" where there is none
   */
  record Answer(int status, String retryAfter, String body) {}

  /** Throws where nothing came back in time, or too much. */
  Answer post(URI address, Map<String, String> headers, String body);
}
