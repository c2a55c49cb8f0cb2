package parley.addons.triggers.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves {@code GET /reminders}. */
public final class ListRemindersHandler implements RequestStreamHandler {

  private final Endpoint endpoint = RemindersWiring.listReminders();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
