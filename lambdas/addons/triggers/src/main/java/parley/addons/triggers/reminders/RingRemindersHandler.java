package parley.addons.triggers.reminders;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Serves the schedule of each minute. */
public final class RingRemindersHandler implements RequestStreamHandler {

  private final RingReminders reminders = RemindersWiring.ringReminders();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    reminders.ring();
    out.write("{}".getBytes(US_ASCII));
  }
}
