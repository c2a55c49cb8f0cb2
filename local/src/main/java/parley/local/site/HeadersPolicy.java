package parley.local.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A response headers policy. HSTS is left out: it has no meaning without TLS.
 *
 * @param headers what it adds
 */
record HeadersPolicy(List<Header> headers) {

  static final HeadersPolicy NONE = new HeadersPolicy(List.of());

  /**
   * @param override whether it replaces what the origin sent
   */
  record Header(String name, String value, boolean override) {}

  static HeadersPolicy of(JsonNode config) {
    var headers = new ArrayList<Header>();
    var security = config.path("SecurityHeadersConfig");
    add(
        headers,
        "Content-Security-Policy",
        security.path("ContentSecurityPolicy"),
        "ContentSecurityPolicy");
    add(headers, "X-Frame-Options", security.path("FrameOptions"), "FrameOption");
    add(headers, "Referrer-Policy", security.path("ReferrerPolicy"), "ReferrerPolicy");
    var sniffing = security.path("ContentTypeOptions");
    if (sniffing.isObject()) {
      headers.add(new Header("X-Content-Type-Options", "nosniff", override(sniffing)));
    }
    var scripting = security.path("XSSProtection");
    if (scripting.isObject()) {
      headers.add(new Header("X-XSS-Protection", xss(scripting), override(scripting)));
    }
    config
        .path("CustomHeadersConfig")
        .path("Items")
        .forEach(item -> add(headers, item.path("Header").asText(), item, "Value"));
    return new HeadersPolicy(List.copyOf(headers));
  }

  void apply(Map<String, String> response) {
    for (var header : headers) {
      if (header.override || !response.containsKey(header.name)) {
        response.put(header.name, header.value);
      }
    }
  }

  private static void add(List<Header> headers, String name, JsonNode config, String property) {
    if (config.isObject()) {
      headers.add(new Header(name, config.path(property).asText(), override(config)));
    }
  }

  private static String xss(JsonNode config) {
    var block = config.path("ModeBlock").asBoolean() ? "; mode=block" : "";
    return config.path("Protection").asBoolean() ? "1" + block : "0";
  }

  private static boolean override(JsonNode config) {
    return config.path("Override").asBoolean();
  }
}
