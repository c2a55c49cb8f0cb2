package parley.infra.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message holds all that is wrong, a line each. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<ConfigError> errors;

  /** With everything that is wrong. */
  public ConfigException(List<ConfigError> errors) {
    super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** All that is wrong, in the file's order. */
  public List<ConfigError> errors() {
    return errors;
  }
}
