package parley.local.secret;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

/** Secrets Manager's API for values of text. */
public final class SecretsApi implements AwsApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> VALUES = List.of("SecretString", "SecretBinary");

  /** Source: Secrets Manager's quotas. */
  private static final int LARGEST = 65_536;

  private final Secrets secrets;
  private final Names names;
  private final JsonApi api;

  /** The API of these secrets. */
  public SecretsApi(Secrets secrets, Names names) {
    this.secrets = secrets;
    this.names = names;
    this.api =
        new JsonApi(
            new JsonApi.Service("secretsmanager", "secretsmanager", "1.1"),
            Map.ofEntries(
                on("GetSecretValue", this::get),
                on("PutSecretValue", this::put),
                on("DescribeSecret", this::describe),
                entry(
                    "ListSecrets",
                    new Operation(
                        input -> new Access("secretsmanager:ListSecrets", "*"), this::list))));
  }

  @Override
  public String signingName() {
    return api.signingName();
  }

  @Override
  public List<String> operations() {
    return api.operations();
  }

  @Override
  public String target(String operation) {
    return api.target(operation);
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    return api.accesses(call);
  }

  @Override
  public AwsAnswer denied(String message) {
    return api.denied(message);
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws Exception {
    return api.answer(call);
  }

  /** Without values: what cannot be read as JSON is not shown at all. */
  @Override
  public byte[] shown(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        VALUES.stream().filter(object::has).forEach(name -> object.put(name, "(not shown)"));
        return object.toString().getBytes(StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      // The same as what is JSON and no object.
    }
    return new byte[0];
  }

  private Map.Entry<String, Operation> on(String operation, JsonApi.Output output) {
    return entry(
        operation,
        new Operation(
            input -> new Access("secretsmanager:" + operation, arn(idOf(input))), output));
  }

  private JsonNode get(JsonNode input) throws AwsError {
    var secret = secret(input);
    var version = secret.find(wanted(input));
    if (version.isEmpty()) {
      throw notFound("Secrets Manager can't find the specified secret value for that version.");
    }
    var output = named(secret).put("SecretString", version.get().text());
    return version(output, version.get()).put("CreatedDate", seconds(version.get().created()));
  }

  private static Predicate<Version> wanted(JsonNode input) {
    var id = input.path("VersionId").asText();
    var stage = input.path("VersionStage").asText(id.isEmpty() ? Version.CURRENT : "");
    return version ->
        (id.isEmpty() || version.id().equals(id))
            && (stage.isEmpty() || version.stages().contains(stage));
  }

  private JsonNode put(JsonNode input) throws AwsError {
    var secret = secret(input);
    if (input.has("SecretBinary") || input.has("VersionStages") || !input.has("SecretString")) {
      throw new AwsError(
          "InvalidParameterException",
          "the twin takes a SecretString, which becomes the current value at once");
    }
    var text = input.path("SecretString").asText();
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw new AwsError(
          "ValidationException", "SecretString must have 1 to %d bytes".formatted(LARGEST));
    }
    var id = input.path("ClientRequestToken").asText(UUID.randomUUID().toString());
    var made = secret.put(text, id);
    if (!made.text().equals(text)) {
      throw new AwsError(
          "ResourceExistsException", "there is a version %s with another value".formatted(id));
    }
    return version(named(secret), made);
  }

  private JsonNode describe(JsonNode input) throws AwsError {
    return described(secret(input)).put("RotationEnabled", false);
  }

  private JsonNode list(JsonNode input) {
    var output = JsonApi.object();
    var list = output.putArray("SecretList");
    secrets.all().forEach(secret -> list.add(described(secret)));
    return output;
  }

  private static ObjectNode described(Secret secret) {
    var output = named(secret);
    if (!secret.identity().description().isEmpty()) {
      output.put("Description", secret.identity().description());
    }
    secret
        .current()
        .ifPresent(version -> output.put("LastChangedDate", seconds(version.created())));
    var stages = output.putObject("VersionIdsToStages");
    secret
        .versions()
        .forEach(version -> stages.set(version.id(), MAPPER.valueToTree(version.stages())));
    return output;
  }

  private static ObjectNode named(Secret secret) {
    return JsonApi.object()
        .put("ARN", secret.identity().arn())
        .put("Name", secret.identity().name());
  }

  private static ObjectNode version(ObjectNode output, Version version) {
    output.put("VersionId", version.id());
    return output.set("VersionStages", MAPPER.valueToTree(version.stages()));
  }

  private static double seconds(long milliseconds) {
    return milliseconds / 1000.0;
  }

  private Secret secret(JsonNode input) throws AwsError {
    return secrets
        .find(idOf(input))
        .orElseThrow(() -> notFound("Secrets Manager can't find the specified secret."));
  }

  /** AWS asks for a secret that is not there under a name with six question marks. */
  private String arn(String id) {
    return secrets
        .find(id)
        .map(secret -> secret.identity().arn())
        .orElseGet(
            () ->
                id.startsWith("arn:")
                    ? id
                    : names.arn("secretsmanager", "secret:%s-??????".formatted(id)));
  }

  private static AwsError notFound(String message) {
    return new AwsError("ResourceNotFoundException", message);
  }

  private static String idOf(JsonNode input) {
    return input.path("SecretId").asText();
  }
}
