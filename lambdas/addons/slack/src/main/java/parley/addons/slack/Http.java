package parley.addons.slack;

import java.net.URI;
import java.util.Map;

/** Posts something to an address. */
@FunctionalInterface
interface Http {

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {}

  /** Throws where nothing came back in time, or too much. */
  Answer post(URI address, Map<String, String> headers, String body);
}
