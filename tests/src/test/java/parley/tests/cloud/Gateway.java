package parley.tests.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;

/** The sockets, as API Gateway gives functions access to them. */
public final class Gateway implements ApiGatewayManagementApiClient {

  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /** A socket that opened. */
  void open(Line line) {
    lines.put(line.id(), line);
  }

  /** A socket that is no more. */
  void forget(Line line) {
    lines.remove(line.id());
  }

  @Override
  public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
    if (!line(request.connectionId()).carry(request.data().asByteArrayUnsafe())) {
      throw gone();
    }
    return PostToConnectionResponse.builder().build();
  }

  @Override
  public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
    var line = line(request.connectionId());
    lines.remove(line.id());
    line.close();
    return DeleteConnectionResponse.builder().build();
  }

  static Object failing(Fault fault, SdkRequest request, Flaw.Call call) throws Throwable {
    switch (fault) {
      case POST_THROTTLED ->
          throw LimitExceededException.builder().message("too many").statusCode(429).build();
      case POST_DONE_BUT_FAILED -> Edge.quietly(request, call);
      default -> {}
    }
    throw ApiGatewayManagementApiException.builder().message("it failed").statusCode(500).build();
  }

  private Line line(String id) {
    var line = lines.get(id);
    if (line == null) {
      throw gone();
    }
    return line;
  }

  private static GoneException gone() {
    return GoneException.builder().message("gone").statusCode(410).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    lines.clear();
  }
}
