package parley.addons.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of a web form ({@code application/x-www-form-urlencoded}). */
final class Form {

  private Form() {}

  /** What stands in it; of a field that comes twice the first. What is no field is left out. */
  static Map<String, String> read(String text) {
    var fields = new HashMap<String, String>();
    for (var field : text.split("&", -1)) {
      var at = field.indexOf('=');
      if (at > 0) {
        try {
          fields.putIfAbsent(
              URLDecoder.decode(field.substring(0, at), UTF_8),
              URLDecoder.decode(field.substring(at + 1), UTF_8));
        } catch (IllegalArgumentException e) {
          // No field that a form's sender would write.
        }
      }
    }
    return fields;
  }

  static String write(Map<String, String> fields) {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
