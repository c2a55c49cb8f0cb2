package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases of the IAM user guide, "AWS global condition context keys": where and for whom it is asked.
 */
class GlobalKeysTest extends IamCase {

  private static final String ACCOUNT = "111122223333";
  private static final String PICTURE = "arn:aws:s3:::shelf/1.jpg";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:alarms";

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, arn:aws:s3:::shelf/1.jpg",
    "s3:ListBucket, arn:aws:s3:::shelf",
    "s3:ListAllMyBuckets, *",
    "iam:PassRole, arn:aws:iam::111122223333:role/other",
    "sqs:SendMessage, arn:aws:sqs:eu-west-1:111122223333:orders"
  })
  void whatDoesNotSayItsRegionOrAccountIsOfTheStacks(String action, String resource) {
    assertThat(isDenied("StringNotEquals", "aws:RequestedRegion", "eu-west-1", action, resource))
        .isFalse();
    assertThat(isDenied("StringEquals", "aws:RequestedRegion", "eu-west-1", action, resource))
        .isTrue();
    assertThat(isDenied("StringNotEquals", "aws:ResourceAccount", ACCOUNT, action, resource))
        .isFalse();
    assertThat(isDenied("StringEquals", "aws:ResourceAccount", ACCOUNT, action, resource)).isTrue();
  }

  @Test
  void theRegionIsThatOfTheCallAndTheAccountThatOfTheResource() {
    var send = "sqs:SendMessage";
    var other = "arn:aws:sqs:us-east-1:444455556666:orders";

    assertThat(isDenied("StringNotEquals", "aws:RequestedRegion", "eu-west-1", send, other))
        .isFalse();
    assertThat(isDenied("StringNotEquals", "aws:ResourceAccount", ACCOUNT, send, other)).isTrue();
  }

  @Test
  void aQueuesPolicyCanNameTheSourceForWhichAServiceSends() {
    start(
        role(""),
        queuePolicy(
            to("events", "sqs:SendMessage", QUEUE, "aws:SourceArn", source("events", "rule/one"))));

    assertThat(asks("events", "rule/one", "sqs:SendMessage", QUEUE)).isTrue();
    assertThat(asks("events", "rule/other", "sqs:SendMessage", QUEUE)).isFalse();
    assertThat(asks("iot", "rule/one", "sqs:SendMessage", QUEUE)).isFalse();
  }

  @Test
  void aBucketsPolicyCanSpellTheKeyOfTheSourceInCapitals() {
    var one = source("cloudfront", "distribution/E1");
    start(
        role(""),
        own(
            "AWS::S3::BucketPolicy",
            "\"Bucket\": \"shelf\"",
            to("cloudfront", "s3:GetObject", PICTURE, "AWS:SourceArn", one)));

    assertThat(asks("cloudfront", "distribution/E1", "s3:GetObject", PICTURE)).isTrue();
    assertThat(asks("cloudfront", "distribution/E2", "s3:GetObject", PICTURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"111122223333, true", "444455556666, false"})
  void aTopicsPolicyCanNameTheAccountForWhichAServicePublishes(String account, boolean allowed) {
    start(
        role(""),
        own(
            "AWS::SNS::TopicPolicy",
            "\"Topics\": [\"%s\"]".formatted(TOPIC),
            to("cloudwatch", "sns:Publish", TOPIC, "aws:SourceAccount", account)));

    assertThat(asks("cloudwatch", "alarm:full", "sns:Publish", TOPIC)).isEqualTo(allowed);
  }

  /** Whether a denial of everything under this condition is about a request. */
  private boolean isDenied(
      String operator, String key, String value, String action, String resource) {
    var condition = "\"Condition\": {\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value);
    allow(statement("Allow", "*", "*", ""), statement("Deny", "*", "*", condition));
    return !ask(action, resource).allowed();
  }

  private boolean asks(String service, String source, String action, String resource) {
    var principal =
        new Principal.Service(service + ".amazonaws.com", source(service, source), ACCOUNT);
    return iam.decide(principal, new Access(action, resource)).allowed();
  }

  private static String source(String service, String resource) {
    return "arn:aws:%s:eu-west-1:%s:%s".formatted(service, ACCOUNT, resource);
  }

  /** A statement that allows a service something where a key has one value. */
  private static String to(
      String service, String action, String resource, String key, String value) {
    return statement(
        "Allow",
        action,
        resource,
        "\"Principal\": {\"Service\": \"%s.amazonaws.com\"}, \"Condition\": {\"StringEquals\": {\"%s\": \"%s\"}}"
            .formatted(service, key, value));
  }

  private static String own(String type, String whose, String statement) {
    return """
        "Own": {"Type": "%s", "Properties": {%s,
          "PolicyDocument": {"Version": "2012-10-17", "Statement": [%s]}}}
        """
        .formatted(type, whose, statement);
  }
}
