package parley.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.local.iam.Access;

/**
 * An API of the AWS JSON protocols: the operation is named in {@code X-Amz-Target}, and input,
 * output and errors are JSON documents.
 */
public final class JsonApi implements AwsApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Service service;
  private final Map<String, Operation> operations;

  /**
   * Which service it is.
   *
   * @param signingName such as {@code logs}
   * @param target what stands before the operation's name and a dot
   * @param version of the protocol: {@code 1.0} or {@code 1.1}
   */
  public record Service(String signingName, String target, String version) {}

  /**
   * One operation.
   *
   * @param access what it needs, by its input
   * @param output what it does
   */
  public record Operation(Function<JsonNode, Access> access, Output output) {}

  /** What an operation does. */
  @FunctionalInterface
  public interface Output {

    /** The output of this input. May block. */
    JsonNode of(JsonNode input) throws AwsError, InterruptedException;
  }

  /** These operations, by their names. */
  public JsonApi(Service service, Map<String, Operation> operations) {
    this.service = service;
    this.operations = Map.copyOf(operations);
  }

  /** An empty document. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  @Override
  public String signingName() {
    return service.signingName();
  }

  @Override
  public List<String> operations() {
    return operations.keySet().stream().sorted().toList();
  }

  @Override
  public String target(String operation) {
    return service.target() + "." + operation;
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    var operation = operations.get(name(call));
    if (operation == null) {
      throw new Unmapped("%s's %s".formatted(service.signingName(), name(call)));
    }
    try {
      return List.of(operation.access().apply(input(call)));
    } catch (AwsError e) {
      throw new Unmapped("%s with a body that is no JSON".formatted(name(call)));
    }
  }

  @Override
  public AwsAnswer denied(String message) {
    return error("AccessDeniedException", message);
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws InterruptedException {
    try {
      var operation = operations.get(name(call));
      if (operation == null) {
        throw new AwsError(
            "UnknownOperationException",
            "the twin does not implement %s, only %s".formatted(name(call), operations()));
      }
      return json(200, operation.output().of(input(call)));
    } catch (AwsError e) {
      return error(e.type(), e.getMessage());
    }
  }

  private String name(AwsCall call) {
    var target = call.headers().getOrDefault("x-amz-target", "");
    return target.startsWith(service.target() + ".")
        ? target.substring(service.target().length() + 1)
        : target;
  }

  private static JsonNode input(AwsCall call) throws AwsError {
    try {
      var input = MAPPER.readTree(call.body());
      if (input.isObject()) {
        return input;
      }
    } catch (IOException e) {
      // The same answer as to what is JSON and no object.
    }
    throw new AwsError("SerializationException", "the body is no JSON object");
  }

  private AwsAnswer error(String type, String message) {
    return json(400, object().put("__type", type).put("message", message));
  }

  private AwsAnswer json(int status, JsonNode body) {
    return new AwsAnswer(
        status,
        Map.of("Content-Type", "application/x-amz-json-" + service.version()),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
