package parley.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.kernel.Aws;
import parley.kernel.Json;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The keys of an outside party, as an operator put them into Secrets Manager: a JSON object of
 * named texts. They are read when first asked for, and kept for 5 minutes.
 *
 * <p>It fails closed: of a secret without a value, one that is no such object, and a name that is
 * not there, there is nothing to be had, and whoever checks by it refuses. Where Secrets Manager
 * cannot be reached it throws. Nothing of a value is ever written to the log. For one thread.
 */
public final class Secret {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** So that bad signatures cannot make us ask all the time. */
  private static final Duration APART = Duration.ofSeconds(10);

  private final Supplier<Optional<String>> store;
  private final Clock clock;
  private @Nullable Map<String, String> texts;
  private Instant read = Instant.MIN;

  /**
   * Keys out of a store.
   *
   * @param store the secret's value; empty where it has none
   */
  Secret(Supplier<Optional<String>> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The secret with this ARN. Asks for nothing yet. */
  public static Secret of(String arn) {
    var client =
        SecretsManagerClient.builder()
            .httpClient(Aws.http())
            .credentialsProvider(Aws.credentials())
            .overrideConfiguration(
                o ->
                    o.apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(6)))
            .build();
    return new Secret(() -> value(client, arn), Clock.systemUTC());
  }

  /** The text of that name; empty where there is none. */
  public Optional<String> get(String name) {
    var texts = this.texts;
    if (texts == null || !clock.instant().isBefore(read.plus(KEPT))) {
      texts = readAgain();
    }
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * The text of that name, read anew: for a signature that does not match, since the key may just
   * have been replaced. What was read within 10 seconds is not read again.
   */
  public Optional<String> fresh(String name) {
    if (texts != null && clock.instant().isBefore(read.plus(APART))) {
      return get(name);
    }
    return Optional.ofNullable(readAgain().get(name));
  }

  private Map<String, String> readAgain() {
    var now = clock.instant();
    var all = store.get().map(Secret::texts).orElse(Map.of());
    texts = all;
    read = now;
    return all;
  }

  /** Those that are texts and not empty. */
  private static Map<String, String> texts(String value) {
    try {
      return Json.MAPPER
          .readTree(value)
          .propertyStream()
          .filter(member -> !member.getValue().asText().isEmpty())
          .filter(member -> member.getValue().isTextual())
          .collect(Collectors.toMap(Map.Entry::getKey, Secret::text));
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  private static String text(Map.Entry<String, JsonNode> member) {
    return member.getValue().textValue();
  }

  /** A secret that was made and has no value yet is, to Secrets Manager, not found. */
  private static Optional<String> value(SecretsManagerClient client, String arn) {
    try {
      return Optional.ofNullable(client.getSecretValue(get -> get.secretId(arn)).secretString());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }
}
