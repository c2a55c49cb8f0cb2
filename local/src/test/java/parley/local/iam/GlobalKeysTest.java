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

  /** Whether a denial of everything under this condition is about a request. */
  private boolean isDenied(
      String operator, String key, String value, String action, String resource) {
    var condition = "\"Condition\": {\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value);
    allow(statement("Allow", "*", "*", ""), statement("Deny", "*", "*", condition));
    return !ask(action, resource).allowed();
  }
}
