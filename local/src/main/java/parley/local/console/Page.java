package parley.local.console;

import java.io.IOException;
import java.util.Map;

/** The page's files, which are beside these classes. */
final class Page {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  private Page() {}

  static Reply file(String path) throws IOException {
    var name = path.equals("/") ? "index.html" : path.substring(1);
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[a-z-]+\\.[a-z]+")) {
      return Reply.error(404, "the console has no file " + path);
    }
    try (var file = Page.class.getResourceAsStream(name)) {
      return file == null
          ? Reply.error(404, "the console has no file " + path)
          : new Reply(200, type, file.readAllBytes());
    }
  }
}
