package parley.infra.platform;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;

/**
 * A stream that a function is fed from.
 *
 * @param arn the stream's
 * @param reading the actions by which Lambda reads it in the function's name
 * @param filter the pattern of the records that are handed over; empty for all
 * @param batch how many records, and how long they are waited for
 * @param patience for how long, and how often, a batch is tried
 */
public record Source(
    String arn, List<String> reading, Optional<String> filter, Batch batch, Patience patience) {

  /**
   * What is handed over at once.
   *
   * @param size the most records
   * @param window how long a batch that is not full is gathered; empty where nothing is waited for
   */
  public record Batch(int size, Optional<Duration> window) {}

  /**
   * When a record is given up.
   *
   * @param retries after so many; {@link #ANY} for however many
   * @param age when it is so old
   */
  public record Patience(int retries, Duration age) {

    /** Lambda's word for no limit. */
    public static final int ANY = -1;
  }
}
