package parley.addons.sms;

import parley.kernel.Json;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue of SQS, by its URL. */
record Queue(SqsClient sqs, String url) {

  /** Puts something there, as JSON. */
  void put(Record message) {
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(Json.write(message)));
  }
}
