package parley.addons.slack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route {@code POST /rooms/{room}/slack/codes}. */
public final class IssueCodeHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SlackWiring.ofProcess().issueCode();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
