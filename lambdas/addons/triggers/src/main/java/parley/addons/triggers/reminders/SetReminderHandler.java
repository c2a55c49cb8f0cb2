package parley.addons.triggers.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves {@code POST /rooms/{room}/reminders}. */
public final class SetReminderHandler implements RequestStreamHandler {

  private final Endpoint endpoint = RemindersWiring.setReminder();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
