package parley.addons.panic;

import software.amazon.awssdk.services.sns.SnsClient;

/** Those who subscribed to a topic of SNS. */
record SnsNotices(SnsClient sns, String topic) implements Notices {

  @Override
  public void tell(String text) {
    sns.publish(publish -> publish.topicArn(topic).message(text));
  }

  @Override
  public String what() {
    return ", others are told by SMS or e-mail";
  }
}
