package parley.connections;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves add-ons that show a room something that passes. */
public final class BroadcastHandler implements RequestStreamHandler {

  private final Endpoint endpoint =
      ConnectionsWiring.primed(wiring -> new Endpoint(wiring.broadcast()), Rehearsal::broadcast);

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
