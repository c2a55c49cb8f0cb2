package parley.addons.panic;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the queue of alarms whose time is over. */
public final class EscalateHandler implements RequestStreamHandler {

  private final Batch batch = PanicWiring.escalate();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, batch.answer(Json.MAPPER.readTree(in)));
  }
}
