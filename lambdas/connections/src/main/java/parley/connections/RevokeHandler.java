package parley.connections;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves {@code POST /sign-out}, and {@code rooms} where it removes a member. */
public final class RevokeHandler implements RequestStreamHandler {

  private final Endpoint endpoint =
      ConnectionsWiring.primed(wiring -> new Endpoint(wiring.revoke()), Rehearsal::revoke);

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
