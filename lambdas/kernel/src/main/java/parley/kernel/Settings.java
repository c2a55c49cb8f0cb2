package parley.kernel;

import java.util.Map;

/**
 * A function's environment variables, of which none has a silent default. Only a service's wiring
 * reads them.
 */
public record Settings(Map<String, String> variables) {

  /** Those of this process. */
  public static Settings ofProcess() {
    return new Settings(System.getenv());
  }

  /**
   * The value of a variable. Throws {@link IllegalStateException} where it is not set: a
   * deployment's mistake.
   */
  public String get(String name) {
    var value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("the environment variable %s is not set".formatted(name));
    }
    return value;
  }
}
