package parley.local.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import parley.local.aws.JsonApi;

/**
 * A message in a queue, as its line in the queue's file holds it.
 *
 * @param id SQS's message id
 * @param sent when, in milliseconds since 1970
 * @param body the text that was sent
 * @param due when it can be received for the first time, in milliseconds since 1970
 * @param attributes by name, as SQS' API has them
 * @param from the ARN of the queue in which it was received too often; "" where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(
    String id, long sent, String body, long due, JsonNode attributes, String from) {

  /** What is absent in a line is empty. */
  public Message {
    attributes = attributes == null ? JsonApi.object() : attributes;
    from = from == null ? "" : from;
  }

  /** The MD5 of the body, as SQS says it. */
  public String md5() {
    return MessageAttributes.md5(body);
  }

  /** The MD5 of the attributes, as SQS says it; "" where there are none. */
  public String md5OfAttributes() {
    return attributes.isEmpty() ? "" : MessageAttributes.md5(attributes);
  }

  /** The same message in the queue of those that were received too often. */
  Message deadIn(String queueArn, long now) {
    return new Message(id, sent, body, now, attributes, queueArn);
  }
}
