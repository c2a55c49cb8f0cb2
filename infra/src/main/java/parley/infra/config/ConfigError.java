package parley.infra.config;

/**
 * One thing that is wrong with an instance file.
 *
 * @param code stable: {@code unknown-key}, {@code wrong-type}, {@code missing}, {@code
 *     not-allowed}, {@code duplicate-key}, {@code not-yaml}, {@code no-such-instance}
 * @param file where it is
 * @param line from 1
 * @param message what was got, and what is allowed
 */
public record ConfigError(String code, String file, int line, String message) {

  @Override
  public String toString() {
    return "%s:%d: %s: %s".formatted(file, line, code, message);
  }
}
