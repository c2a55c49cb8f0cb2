package parley.connections;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import parley.kernel.Json;

/** Serves the change stream of the log; each batch leaves one line of metrics. */
public final class DeliverHandler implements RequestStreamHandler {

  private final Deliver deliver =
      ConnectionsWiring.primed(ConnectionsWiring::deliver, Rehearsal::deliver);
  private final Clock clock = ConnectionsWiring.clock();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var result = deliver.deliver(Json.MAPPER.readTree(in));
    System.out.println(Metrics.line(context.getFunctionName(), clock.instant(), result));
    Json.MAPPER.writeValue(out, result.answer());
  }
}
