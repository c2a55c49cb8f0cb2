package parley.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the change stream of the log. */
public final class PublishHandler implements RequestStreamHandler {

  private final Publish publish = EventsWiring.publish();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, publish.publish(Json.MAPPER.readTree(in)).answer());
  }
}
