package parley.addons.triggers.webhooks;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Whoever is told of events, over HTTPS. */
@FunctionalInterface
interface Receiver {

  /**
   * Posts a text.
   *
   * @return the answer's status
   * @throws IOException where there was no answer: whether it was taken is not known then
   */
  int post(URI url, Map<String, String> headers, String body) throws IOException;
}
