package parley.local.queue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message that somebody receives.
 *
 * @param message what was sent
 * @param receipt by which this receiver may delete it
 * @param first when anybody received it for the first time, in milliseconds since 1970
 * @param count how often it was received, with this time
 */
public record Received(Message message, String receipt, long first, int count) {

  /**
   * What SQS says of it beside what was sent.
   *
   * @param account the account that sent it
   */
  public Map<String, String> attributes(String account) {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("ApproximateReceiveCount", Integer.toString(count));
    attributes.put("SentTimestamp", Long.toString(message.sent()));
    attributes.put("SenderId", account);
    attributes.put("ApproximateFirstReceiveTimestamp", Long.toString(first));
    if (!message.from().isEmpty()) {
      attributes.put("DeadLetterQueueSourceArn", message.from());
    }
    return attributes;
  }
}
