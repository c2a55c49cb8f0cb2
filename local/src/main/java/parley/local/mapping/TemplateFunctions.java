package parley.local.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.Configuration;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code $util}: the functions that AWS gives to templates. Public because Velocity calls it. */
public final class TemplateFunctions {

  static final TemplateFunctions INSTANCE = new TemplateFunctions();

  private TemplateFunctions() {}

  /** Escapes a text for a JavaScript string; a single quote becomes {@code \'}, as documented. */
  public @Nullable String escapeJavaScript(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    var escaped = new StringBuilder();
    value.toString().chars().forEach(c -> escape(escaped, (char) c));
    return escaped.toString();
  }

  /** The value that a JSON text stands for. */
  public @Nullable Object parseJson(@Nullable Object json) {
    return json == null
        ? null
        : Configuration.defaultConfiguration().jsonProvider().parse(json.toString());
  }

  /** Percent-encodes as a form does. */
  public String urlEncode(Object text) {
    return URLEncoder.encode(text.toString(), UTF_8);
  }

  /** Undoes {@link #urlEncode}. */
  public String urlDecode(Object text) {
    return URLDecoder.decode(text.toString(), UTF_8);
  }

  /** Base64 of the text in UTF-8. */
  public String base64Encode(Object text) {
    return Base64.getEncoder().encodeToString(text.toString().getBytes(UTF_8));
  }

  /** Undoes {@link #base64Encode}. */
  public String base64Decode(Object text) {
    return new String(Base64.getDecoder().decode(text.toString()), UTF_8);
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '\'', '"', '\\', '/' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 32 || c > 0x7f) {
          out.append("\\u%04X".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
