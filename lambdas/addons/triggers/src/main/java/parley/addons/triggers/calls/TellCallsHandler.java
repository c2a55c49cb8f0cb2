package parley.addons.triggers.calls;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the queues of calls for rooms. */
public final class TellCallsHandler implements RequestStreamHandler {

  private final TellCalls tell = CallsWiring.tell();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, tell.tell(Json.MAPPER.readTree(in)));
  }
}
