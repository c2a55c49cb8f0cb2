package parley.local.site;

import java.util.List;
import java.util.Map;

/**
 * A distribution.
 *
 * @param behaviors in the order in which they are tried; the last one takes all paths
 * @param root the object that stands for {@code /}; "" for none
 * @param errors what is answered in the place of an origin's error, by its status
 */
record Distribution(List<Behavior> behaviors, String root, Map<Integer, ErrorPage> errors) {

  /**
   * @param path the page that is sent; "" for the origin's own
   * @param status its status
   */
  record ErrorPage(String path, int status) {}

  Behavior behavior(String path) {
    return behaviors.stream()
        .filter(behavior -> behavior.paths().matcher(path).matches())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no behaviour takes " + path));
  }
}
