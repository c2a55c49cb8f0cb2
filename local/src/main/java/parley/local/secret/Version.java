package parley.local.secret;

import java.util.List;

/**
 * One value that a secret has or had.
 *
 * @param id Secrets Manager's version id
 * @param created in milliseconds since 1970
 * @param text what it holds
 * @param stages such as {@code AWSCURRENT}
 */
record Version(String id, long created, String text, List<String> stages) {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  /** It as a value of these stages. */
  Version with(List<String> other) {
    return new Version(id, created, text, other);
  }

  /** Never with what it holds. */
  @Override
  public String toString() {
    return "Version[%s %s]".formatted(id, stages);
  }
}
