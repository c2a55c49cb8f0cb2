package parley.tests.twin;

import java.time.Duration;

/**
 * How long tests wait for what has to come: long, since a busy machine is slow; by {@code
 * -Dtwin.patience=SECONDS} less, where tests are meant to fail.
 */
final class Patience {

  static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("twin.patience", 60));

  private Patience() {}
}
