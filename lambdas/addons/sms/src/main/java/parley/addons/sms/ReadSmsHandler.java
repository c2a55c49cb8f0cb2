package parley.addons.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route that tells of one's SMS. */
public final class ReadSmsHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SmsWiring.ofProcess().readSms();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
