package parley.addons.triggers.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves {@code DELETE /reminders/{reminder}}. */
public final class CancelReminderHandler implements RequestStreamHandler {

  private final Endpoint endpoint = RemindersWiring.cancelReminder();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
