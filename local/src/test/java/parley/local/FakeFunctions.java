package parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import parley.local.lambda.Functions;

/** Functions that are lambdas of a test; what they were invoked with is kept. */
public final class FakeFunctions implements Functions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Function<JsonNode, String>> functions = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<JsonNode>> seen = new ConcurrentHashMap<>();

  /** The function throws: Lambda's answer has this message. */
  public static final class Thrown extends RuntimeException {
    public Thrown(String message) {
      super(message);
    }
  }

  public FakeFunctions with(String name, Function<JsonNode, String> function) {
    return withArn(arn(name), function);
  }

  public FakeFunctions withArn(String arn, Function<JsonNode, String> function) {
    functions.put(arn, function);
    return this;
  }

  public static String arn(String name) {
    return "arn:aws:lambda:us-east-1:111122223333:function:%s:live".formatted(name);
  }

  /** The address by which API Gateway invokes it. */
  public static String uri(String name) {
    return "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(arn(name));
  }

  /** What a function was invoked with, in order. */
  public BlockingQueue<JsonNode> seen(String name) {
    return seenBy(arn(name));
  }

  public BlockingQueue<JsonNode> seenBy(String arn) {
    return seen.computeIfAbsent(arn, n -> new LinkedBlockingQueue<>());
  }

  @Override
  public Result invoke(String arn, byte[] payload) {
    try {
      var event = JSON.readTree(payload);
      seen.computeIfAbsent(arn, n -> new LinkedBlockingQueue<>()).add(event);
      return new Result(functions.get(arn).apply(event).getBytes(UTF_8), false);
    } catch (Thrown e) {
      return new Result(
          JSON.createObjectNode().put("errorMessage", e.getMessage()).toString().getBytes(UTF_8),
          true);
    } catch (IOException e) {
      throw new AssertionError("a template gave no JSON: " + new String(payload, UTF_8), e);
    }
  }
}
