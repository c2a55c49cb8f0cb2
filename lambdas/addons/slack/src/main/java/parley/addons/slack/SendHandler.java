package parley.addons.slack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import parley.kernel.Json;

/** Serves the queue of rooms of which something waits to be sent. */
public final class SendHandler implements RequestStreamHandler {

  private final Batch batch = new Batch(Clock.systemUTC());
  private final Batch.Work work = SlackWiring.ofProcess().send();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, batch.work(Json.MAPPER.readTree(in), work));
  }
}
