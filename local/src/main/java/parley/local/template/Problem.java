package parley.local.template;

/**
 * One thing in a template that the twin does not implement, so that it refuses to start.
 *
 * @param id the logical id; "" for the template itself
 * @param type the resource's type; "" where it is no resource
 * @param where the property's path, or the section; "" for the whole resource
 * @param what what is wrong and what to do, in lower case
 */
public record Problem(String id, String type, String where, String what) {

  /** A problem that a sentence names in full. */
  public static Problem of(String sentence) {
    return new Problem("", "", "", sentence);
  }

  @Override
  public String toString() {
    if (id.isEmpty() && where.isEmpty()) {
      return what;
    }
    return "%s%s%s: %s"
        .formatted(
            id.isEmpty() ? "template" : id,
            type.isEmpty() ? "" : " (" + type + ")",
            where.isEmpty() ? "" : " " + where,
            what);
  }
}
