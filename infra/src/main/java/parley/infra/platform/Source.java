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
 * @param window how long a batch that is not full is gathered; none at all where nothing is waited
 *     for
 */
public record Source(
    String arn, List<String> reading, Optional<String> filter, Optional<Duration> window) {}
