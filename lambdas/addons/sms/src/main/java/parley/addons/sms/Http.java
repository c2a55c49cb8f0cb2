package parley.addons.sms;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks over HTTPS. */
@FunctionalInterface
interface Http {

  /** What was answered. */
  record Answer(int status, String body) {}

  /**
   * Posts a body, or gets what is there without one. Throws where no answer came: it is not known
   * then whether it was done.
   */
  Answer ask(URI address, Map<String, String> headers, @Nullable String body) throws IOException;
}
