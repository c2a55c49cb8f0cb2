package parley.addons.typing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the socket route {@code typing}. */
public final class ShowTypingHandler implements RequestStreamHandler {

  private final Endpoint endpoint = TypingWiring.showTyping();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
