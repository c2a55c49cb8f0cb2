package parley.addons.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the queue of SMS that are to be written in rooms. */
public final class WriteInRoomHandler implements RequestStreamHandler {

  private final WorkWiring wiring = new WorkWiring();
  private final Batch batch = wiring.batch();
  private final Batch.Work work = wiring.writeInRoom();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, batch.work(Json.MAPPER.readTree(in), work));
  }
}
