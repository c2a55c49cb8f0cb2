package parley.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a pool asks of a password.
 *
 * @param length the least number of characters
 */
record PasswordRules(
    int length, boolean lowercase, boolean uppercase, boolean numbers, boolean symbols) {

  static PasswordRules of(JsonNode policy) {
    return new PasswordRules(
        policy.path("MinimumLength").asInt(8),
        policy.path("RequireLowercase").asBoolean(),
        policy.path("RequireUppercase").asBoolean(),
        policy.path("RequireNumbers").asBoolean(),
        policy.path("RequireSymbols").asBoolean());
  }

  /** What is wrong with a password, if anything, as a sentence. */
  Optional<String> broken(String password) {
    if (password.length() < length) {
      return Optional.of("The password needs at least %d characters.".formatted(length));
    }
    return lacking(lowercase, password, ".*[a-z].*", "a lower-case letter")
        .or(() -> lacking(uppercase, password, ".*[A-Z].*", "an upper-case letter"))
        .or(() -> lacking(numbers, password, ".*[0-9].*", "a digit"))
        .or(() -> lacking(symbols, password, ".*[^A-Za-z0-9].*", "a symbol"));
  }

  private static Optional<String> lacking(
      boolean required, String password, String pattern, String what) {
    return required && !password.matches("(?s)" + pattern)
        ? Optional.of("The password needs %s.".formatted(what))
        : Optional.empty();
  }
}
