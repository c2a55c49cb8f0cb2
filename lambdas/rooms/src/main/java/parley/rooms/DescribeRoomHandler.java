package parley.rooms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Endpoint;

/** The function that runs {@link DescribeRoom}. */
public final class DescribeRoomHandler implements RequestStreamHandler {

  private final Endpoint endpoint = RoomsWiring.ofProcess().describeRoom();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out);
  }
}
