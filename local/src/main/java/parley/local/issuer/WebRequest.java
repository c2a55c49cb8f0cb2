package parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to the issuer.
 *
 * @param method such as {@code GET}
 * @param path decoded
 * @param query as it was sent, without "?"
 * @param headers by lower-case name
 * @param body the form that was sent; "" where there was none
 */
record WebRequest(
    String method, String path, String query, Map<String, String> headers, String body) {

  Map<String, String> asked() {
    return parse(query);
  }

  Map<String, String> form() {
    return parse(body);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** A cookie's value, without the quotes that RFC 6265 allows; "" where there is none. */
  String cookie(String name) {
    for (var cookie : header("cookie").split(";")) {
      var pair = cookie.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals(name)) {
        return pair[1].replaceAll("^\"|\"$", "");
      }
    }
    return "";
  }

  /** Reads {@code a=1&b=2}. A malformed escape gives an {@link IllegalArgumentException}. */
  private static Map<String, String> parse(String text) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        var value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
        values.put(URLDecoder.decode(parts[0], UTF_8), value);
      }
    }
    return values;
  }
}
