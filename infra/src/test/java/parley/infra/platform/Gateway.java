package parley.infra.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

/** What a mapping template sees: a small stand-in for API Gateway. Public, as Velocity demands. */
public final class Gateway {

  /** Whether {@code escapeJavaScript} escapes apostrophes: AWS's own pages say both. */
  enum Escaping {
    WITH_APOSTROPHES,
    WITHOUT_APOSTROPHES
  }

  private final Escaping escaping;
  private final Map<String, String> params;
  private final JsonNode body;
  private final Map<String, Object> context;

  Gateway(
      Escaping escaping, Map<String, String> params, JsonNode body, Map<String, Object> context) {
    this.escaping = escaping;
    this.params = params;
    this.body = body;
    this.context = new HashMap<>(context);
  }

  /** What the template gives. */
  String run(String template) {
    var engine = new VelocityEngine();
    engine.setProperty("parser.allow_hyphen_in_identifiers", "true");
    var seen = new VelocityContext();
    seen.put("input", this);
    seen.put("util", this);
    seen.put("context", context);
    var out = new StringWriter();
    engine.evaluate(seen, out, "template", template);
    return out.toString();
  }

  /** {@code $input.params}. */
  public String params(String name) {
    return params.getOrDefault(name, "");
  }

  /** {@code $input.params()}, of which the parameters are all headers. */
  public Map<String, Map<String, String>> params() {
    return Map.of("header", params);
  }

  /** {@code $input.body}, where it is a text. */
  public String getBody() {
    return body.textValue();
  }

  /** {@code $util.urlDecode}. */
  public String urlDecode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** {@code $util.base64Encode}. */
  public String base64Encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code $input.json}, for the whole and for members. */
  public String json(String path) {
    var node = path.equals("$") ? body : body.path(path.substring(2));
    return node.isMissingNode() ? "\"\"" : node.toString();
  }

  /** {@code $input.path}, for numbers and texts. */
  public Object path(String path) {
    var node = body.at(path.substring(1).replace('.', '/'));
    return node.isNumber() ? node.intValue() : node.asText();
  }

  /** {@code $util.escapeJavaScript}. */
  public String escapeJavaScript(String text) {
    var quoted = new ObjectMapper().valueToTree(text).toString();
    var escaped = quoted.substring(1, quoted.length() - 1).replace("/", "\\/");
    return escaping == Escaping.WITH_APOSTROPHES ? escaped.replace("'", "\\'") : escaped;
  }
}
