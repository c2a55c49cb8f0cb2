package parley.addons.slack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the routes to which Slack sends events and commands. */
public final class ReceiveHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SlackWiring.ofProcess().receive();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
