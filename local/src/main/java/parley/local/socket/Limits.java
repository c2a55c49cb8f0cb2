package parley.local.socket;

import java.time.Duration;

/**
 * What a WebSocket API allows.
 *
 * @param idle after so long without a frame from the client or to it a connection is closed
 * @param life after so long any connection is closed
 * @param integration how long a function may take
 * @param frameBytes the largest frame
 * @param messageBytes the largest message
 * @param unsentBytes what may wait for a client that reads slowly, before its connection is closed
 */
public record Limits(
    Duration idle,
    Duration life,
    Duration integration,
    int frameBytes,
    int messageBytes,
    int unsentBytes) {

  /** API Gateway's quotas; what may wait is not published, and chosen here. */
  public static Limits aws() {
    return new Limits(
        Duration.ofMinutes(10),
        Duration.ofHours(2),
        Duration.ofSeconds(29),
        32 * 1024,
        128 * 1024,
        1024 * 1024);
  }
}
