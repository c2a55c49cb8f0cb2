package parley.addons.slack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route {@code GET /rooms/{room}/slack}. */
public final class ReadLinkHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SlackWiring.ofProcess().readLink();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
