package parley.addons.sms;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Gets bytes over HTTPS, without following where it is sent on. */
@FunctionalInterface
interface Download {

  /**
   * What was answered.
   *
   * @param location where it is sent on; "" for nowhere
   */
  record Answer(int status, String location, byte[] bytes) {}

  /**
   * Gets what is there. Throws {@link parley.outside.TooLarge} where that is too much, and what
   * else where no answer came.
   */
  Answer get(URI address, Map<String, String> headers) throws IOException;
}
