package parley.local.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.local.FakeStack;

class LocalArnsTest {

  private static final String LOCAL =
      "{\"a\":\"arn:aws:dynamodb:ddblocal:000000000000:table/T/stream/1\",\"awsRegion\":\"ddblocal\"}";
  private static final String OWN =
      "{\"a\":\"arn:aws:dynamodb:us-east-1:111122223333:table/T/stream/1\",\"awsRegion\":\"us-east-1\"}";

  private final LocalArns arns = new LocalArns(FakeStack.freeNames());

  @Test
  void answersNameTheStacksRegionAndAccount() {
    assertThat(new String(arns.fromLocal(LOCAL.getBytes(UTF_8)), UTF_8)).isEqualTo(OWN);
  }

  @Test
  void whatAnAnswerNamedIsUnderstoodAgain() {
    var arn = "{\"StreamArn\":\"arn:aws:dynamodb:us-east-1:111122223333:table/T/stream/1\"}";

    assertThat(new String(arns.toLocal(arn.getBytes(UTF_8)), UTF_8))
        .isEqualTo("{\"StreamArn\":\"arn:aws:dynamodb:ddblocal:000000000000:table/T/stream/1\"}");
  }

  @Test
  void itemsAreLeftAlone() {
    assertThat(LocalArns.concern("DynamoDB_20120810.GetItem")).isFalse();
    assertThat(LocalArns.concern("DynamoDB_20120810.TransactWriteItems")).isFalse();
    assertThat(LocalArns.concern("DynamoDB_20120810.DescribeTable")).isTrue();
    assertThat(LocalArns.concern("DynamoDBStreams_20120810.GetRecords")).isTrue();
  }

  @Test
  void theChecksumIsDynamosOwn() {
    assertThat(LocalArns.checksum("123456789".getBytes(UTF_8)))
        .isEqualTo(Long.toString(0xcbf43926L));
  }
}
