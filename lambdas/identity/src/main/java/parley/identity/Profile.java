package parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.kernel.Json;

/**
 * How somebody shows themselves to others.
 *
 * @param user their id
 * @param name 1 to 80 code points, tidy as {@link DisplayName} makes it
 * @param color what stands for them where there is no room for a name
 */
record Profile(String user, String name, Color color) {

  /** The profile of somebody who has just signed in for the first time. */
  static Profile first(String user, String tokenName) {
    return new Profile(user, DisplayName.orSomebody(tokenName), Color.first(user));
  }

  /** As the API shows it. */
  ObjectNode json() {
    return Json.object().put("user", user).put("name", name).put("color", color.text());
  }
}
