package parley.rooms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** The function that runs {@link FindRooms}. */
public final class FindRoomsHandler implements RequestStreamHandler {

  private final Endpoint endpoint = RoomsWiring.ofProcess().findRooms();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
