package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** DynamoDB's JSON API as it is on the wire; connections are kept. */
final class DynamoClient implements AutoCloseable {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /** DynamoDB Local reads the key's form, and checks no signature. */
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=twin/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final URI address;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /**
   * @param key what {@link LoopbackLauncher} was started with
   */
  DynamoClient(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  /** Sends the bytes of a call as they are. */
  HttpResponse<byte[]> send(String target, byte[] body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header("Authorization", AUTHORIZATION)
            .header(LoopbackLauncher.HEADER, key)
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Calls an operation of tables. Throws {@link Refused} where DynamoDB answers an error. */
  JsonNode table(String operation, ObjectNode input) throws IOException, InterruptedException {
    return call("DynamoDB_20120810." + operation, input);
  }

  /** Calls an operation of streams. Throws {@link Refused} where DynamoDB answers an error. */
  JsonNode stream(String operation, ObjectNode input) throws IOException, InterruptedException {
    return call("DynamoDBStreams_20120810." + operation, input);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private JsonNode call(String target, ObjectNode input) throws IOException, InterruptedException {
    var response = send(target, MAPPER.writeValueAsBytes(input));
    var output = MAPPER.readTree(response.body());
    if (response.statusCode() != 200) {
      var type = output.path("__type").asText();
      throw new Refused(
          type.substring(type.indexOf('#') + 1),
          output.path("message").asText(output.path("Message").asText()));
    }
    return output;
  }

  /** DynamoDB's error answer. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final String type;

    Refused(String type, String message) {
      super(type + ": " + message);
      this.type = type;
    }

    /** Such as {@code ResourceNotFoundException}. */
    String type() {
      return type;
    }
  }
}
