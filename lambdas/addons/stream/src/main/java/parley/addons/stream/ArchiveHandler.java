package parley.addons.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;

/** Serves the stream of events. A batch that fails is handed over again by Lambda. */
public final class ArchiveHandler implements RequestStreamHandler {

  private final Archive archive = StreamWiring.archive();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    archive.archive(Json.MAPPER.readTree(in));
    out.write("{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
