package parley.addons.triggers.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the queues of events for receivers. */
public final class DeliverHandler implements RequestStreamHandler {

  private final Deliver deliver = WebhooksWiring.deliver();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, deliver.deliver(Json.MAPPER.readTree(in)));
  }
}
