package parley.addons.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route to which Twilio tells what became of an SMS. */
public final class TakeStatusHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SmsWiring.ofProcess().takeStatus();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
