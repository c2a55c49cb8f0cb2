package parley.local.issuer;

import java.io.IOException;
import java.util.Map;

/**
 * Lets the site's pages read the issuer's answers.
 *
 * @param site the site's origin
 */
record Cors(String site) {

  /** What answers where the browser does not only ask whether it may. */
  interface Endpoint {
    WebAnswer answer() throws IOException;
  }

  WebAnswer allow(WebRequest request, Endpoint endpoint) throws IOException {
    if (!request.header("origin").equals(site)) {
      return endpoint.answer();
    }
    var answer =
        request.method().equals("OPTIONS") ? new WebAnswer(204, Map.of(), "") : endpoint.answer();
    return answer
        .with("Access-Control-Allow-Origin", site)
        .with("Access-Control-Allow-Methods", "GET, POST")
        .with("Access-Control-Allow-Headers", "authorization, content-type")
        .with("Vary", "Origin");
  }
}
