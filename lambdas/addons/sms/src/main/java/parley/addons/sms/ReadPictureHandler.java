package parley.addons.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** Serves the route by which a member sees a picture that came by MMS. */
public final class ReadPictureHandler implements RequestStreamHandler {

  private final Endpoint endpoint = SmsWiring.ofProcess().readPicture();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
