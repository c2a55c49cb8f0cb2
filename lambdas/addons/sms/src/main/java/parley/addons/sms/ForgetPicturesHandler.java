package parley.addons.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import parley.kernel.Json;
import parley.outside.Batch;

/** Serves the queue of messages that were deleted. */
public final class ForgetPicturesHandler implements RequestStreamHandler {

  private final Batch batch = new WorkWiring().forgetPictures();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Json.MAPPER.writeValue(out, batch.answer(Json.MAPPER.readTree(in)));
  }
}
