package parley.addons.triggers.digests;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the queue of digests that are due. */
public final class WriteDigestHandler implements RequestStreamHandler {

  private final WriteDigest write = DigestsWiring.write();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, write.write(Json.MAPPER.readTree(in)));
  }
}
