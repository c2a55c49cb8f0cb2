package parley.addons.slack;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue of SQS, by its URL. */
record Queue(SqsClient sqs, String url) {

  /** SQS holds a message back for so long at most. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Puts a message there. */
  void put(String body) {
    put(body, Duration.ZERO);
  }

  /** Puts a message there, which comes out after that time, or as late as the queue can. */
  void put(String body, Duration after) {
    var seconds = Math.toIntExact(Math.min(after.plusMillis(999).toSeconds(), LONGEST.toSeconds()));
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).delaySeconds(seconds));
  }
}
