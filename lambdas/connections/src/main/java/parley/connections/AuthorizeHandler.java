package parley.connections;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves API Gateway as the authorizer of the socket route {@code $connect}. */
public final class AuthorizeHandler implements RequestStreamHandler {

  private final Authorize authorize =
      ConnectionsWiring.primed(ConnectionsWiring::authorize, Rehearsal::authorize);

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, authorize.decide(Json.MAPPER.readTree(in)));
  }
}
