package parley.addons.panic;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route by which a member acknowledges an alarm. */
public final class AcknowledgeAlarmHandler implements RequestStreamHandler {

  private final Endpoint endpoint = PanicWiring.acknowledgeAlarm();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
