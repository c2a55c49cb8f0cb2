package parley.local.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.local.template.Resource;

/**
 * What a template says of a secret's value.
 *
 * @param secret the resource
 * @param random of which generated values are made
 */
record Declared(Resource secret, RandomGenerator random) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String GENERATE = "GenerateSecretString";
  private static final int USUAL_LENGTH = 32;
  private static final int LONGEST = 4096;

  /** By which one knows whether it says something else than before. */
  String text() {
    return "%s|%s".formatted(secret.get("SecretString"), secret.get(GENERATE));
  }

  /** Why there can be no such value. */
  Optional<String> refusal() {
    var generates = !secret.get(GENERATE).isMissingNode();
    if (generates && !secret.get("SecretString").isMissingNode()) {
      return Optional.of(
          "%s: it must not have both SecretString and GenerateSecretString".formatted(secret.id()));
    }
    if (!generates) {
      return Optional.empty();
    }
    var length = length();
    if (length < 1 || length > LONGEST || alphabet().length() < 1) {
      return Optional.of(
          "%s: GenerateSecretString gives no text: PasswordLength is %d, of the characters \"%s\""
              .formatted(secret.id(), length, alphabet()));
    }
    var template = secret.text(GENERATE + ".SecretStringTemplate");
    if (template.isEmpty() != secret.text(GENERATE + ".GenerateStringKey").isEmpty()
        || !template.isEmpty() && object(template).isEmpty()) {
      return Optional.of(
          "%s: SecretStringTemplate must be a JSON object, and needs a GenerateStringKey"
              .formatted(secret.id()));
    }
    return Optional.empty();
  }

  /** Whether there is a value before somebody puts one there. */
  boolean hasValue() {
    return !secret.get(GENERATE).isMissingNode() || !secret.get("SecretString").isMissingNode();
  }

  /** A value; another one each time where it is generated. */
  String make() {
    if (secret.get(GENERATE).isMissingNode()) {
      return secret.text("SecretString");
    }
    var text = generated();
    return object(secret.text(GENERATE + ".SecretStringTemplate"))
        .map(o -> o.put(secret.text(GENERATE + ".GenerateStringKey"), text).toString())
        .orElse(text);
  }

  /** With one of each kind of character at least, as is usual, where they find room. */
  private String generated() {
    var all = alphabet();
    var text = new StringBuilder();
    if (secret.get(GENERATE + ".RequireEachIncludedType").asBoolean(true)) {
      for (var kind : Kind.values()) {
        var some = characters(kind);
        if (!some.isEmpty() && text.length() < length()) {
          text.append(one(some));
        }
      }
    }
    while (text.length() < length()) {
      text.insert(random.nextInt(text.length() + 1), one(all));
    }
    return text.toString();
  }

  private char one(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  private int length() {
    return secret.get(GENERATE + ".PasswordLength").asInt(USUAL_LENGTH);
  }

  private String alphabet() {
    var all = new StringBuilder();
    for (var kind : Kind.values()) {
      all.append(characters(kind));
    }
    return all.toString();
  }

  private String characters(Kind kind) {
    var excluded = secret.text(GENERATE + ".ExcludeCharacters");
    var some = new StringBuilder();
    if (kind.isIncluded(secret.get(GENERATE))) {
      kind.characters.chars().filter(c -> excluded.indexOf(c) < 0).forEach(some::appendCodePoint);
    }
    return some.toString();
  }

  private static Optional<ObjectNode> object(String json) {
    try {
      return MAPPER.readTree(json) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Kinds of characters. Source: GetRandomPassword's reference. */
  private enum Kind {
    LOWERCASE("abcdefghijklmnopqrstuvwxyz", "ExcludeLowercase"),
    UPPERCASE("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ExcludeUppercase"),
    NUMBERS("0123456789", "ExcludeNumbers"),
    PUNCTUATION("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "ExcludePunctuation"),
    SPACE(" ", "IncludeSpace");

    private final String characters;
    private final String property;

    Kind(String characters, String property) {
      this.characters = characters;
      this.property = property;
    }

    private boolean isIncluded(JsonNode generate) {
      return generate.path(property).asBoolean() == (this == SPACE);
    }
  }
}
