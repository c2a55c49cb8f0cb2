package parley.local.secret;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import parley.local.Part;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.Stack;

/** The stack's secrets. A value that was put stays until the template declares another one. */
public final class Secrets implements Part {

  private static final String NAME = "AWS::SecretsManager::Secret";
  private static final PropertyValue ARN =
      (names, id, property) -> arn(names, id, property.apply("Name"));

  private static final ResourceType TYPE =
      new ResourceType(
          NAME,
          Set.of(
              "Description",
              "GenerateSecretString.ExcludeCharacters",
              "GenerateSecretString.ExcludeLowercase",
              "GenerateSecretString.ExcludeNumbers",
              "GenerateSecretString.ExcludePunctuation",
              "GenerateSecretString.ExcludeUppercase",
              "GenerateSecretString.GenerateStringKey",
              "GenerateSecretString.IncludeSpace",
              "GenerateSecretString.PasswordLength",
              "GenerateSecretString.RequireEachIncludedType",
              "GenerateSecretString.SecretStringTemplate",
              "Name",
              "SecretString"),
          Set.of("KmsKeyId", "Tags"),
          ARN,
          Map.of("Id", ARN));

  private final Path folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Secret> secrets = new ConcurrentSkipListMap<>();

  /** Secrets whose values are in this folder. */
  public Secrets(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(TYPE);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    return refusals((Stack) stack);
  }

  List<String> refusals(Stack stack) {
    return stack.all(NAME).stream()
        .flatMap(secret -> new Declared(secret, random).refusal().stream())
        .toList();
  }

  @Override
  public void start(Stack stack) {
    for (var resource : stack.all(NAME)) {
      var secret = new Secret(identity(stack.names(), resource), folder, clock);
      secret.declare(new Declared(resource, random));
      secrets.put(secret.identity().arn(), secret);
    }
  }

  /** The ARNs of all. */
  public List<String> arns() {
    return List.copyOf(secrets.keySet());
  }

  /** The current value of the secret of this ARN; empty where there is none. */
  public Optional<String> value(String arn) {
    return Optional.ofNullable(secrets.get(arn)).flatMap(Secret::current).map(Version::text);
  }

  /**
   * Gives the secret of this ARN another value. Throws {@link IllegalArgumentException} where there
   * is none.
   */
  public void put(String arn, String value) {
    var secret = secrets.get(arn);
    if (secret == null) {
      throw new IllegalArgumentException("the stack has no secret " + arn);
    }
    var unused = secret.put(value, UUID.randomUUID().toString());
  }

  /** The secret of this name, ARN, or ARN without the characters that Secrets Manager adds. */
  Optional<Secret> find(String id) {
    return secrets.values().stream()
        .filter(
            secret ->
                secret.identity().arn().equals(id)
                    || secret.identity().name().equals(id)
                    || secret.identity().arn().replaceFirst("-[^-]{6}$", "").equals(id))
        .findFirst();
  }

  /** All secrets, by their ARNs. */
  List<Secret> all() {
    return List.copyOf(secrets.values());
  }

  private static Secret.Identity identity(Names names, Resource secret) {
    return new Secret.Identity(
        name(names, secret.id(), secret.text("Name")),
        arn(names, secret.id(), secret.text("Name")),
        secret.text("Description"));
  }

  private static String name(Names names, String id, String chosen) {
    return chosen.isEmpty() ? names.physical(id) : chosen;
  }

  private static String arn(Names names, String id, String chosen) {
    return names.arn(
        "secretsmanager",
        "secret:%s-%s".formatted(name(names, id, chosen), names.id(id + "/secret", 6)));
  }

  @Override
  public void close() {}
}
