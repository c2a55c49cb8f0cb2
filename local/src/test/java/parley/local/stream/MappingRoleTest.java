package parley.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.local.FakeAuthority;
import parley.local.FakeStack;

/** What Lambda asks of a function's role before it reads a stream for it. */
class MappingRoleTest {

  private static final String STREAM = "arn:aws:dynamodb:us-east-1:111122223333:table/log/stream/1";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:failed";

  private static final String TEMPLATE =
      """
      {"Feed": {"Type": "AWS::Lambda::Function", "Properties": {"Role": "arn:aws:iam::111122223333:role/feed"}},
       "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
         "FunctionName": "{{Feed}}", "EventSourceArn": "%s", "StartingPosition": "LATEST",
         "DestinationConfig": {"OnFailure": {"Destination": "%s"}}}}}
      """
          .formatted(STREAM, QUEUE);

  private final FakeAuthority authority = new FakeAuthority();

  @Test
  void aRoleThatMayReadAndTellIsAskedForAllOfIt() throws Exception {
    check();

    assertThat(authority.accesses())
        .containsExactly(
            "dynamodb:GetRecords on " + STREAM,
            "dynamodb:GetShardIterator on " + STREAM,
            "dynamodb:DescribeStream on " + STREAM,
            "dynamodb:ListStreams on " + STREAM,
            "sqs:SendMessage on " + QUEUE);
  }

  @Test
  void aMappingWhoseRoleMayNotReadTheStreamIsNotMade() {
    authority.deny("dynamodb:GetRecords");

    assertThatThrownBy(this::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Mapping: Cannot access stream " + STREAM)
        .hasMessageContaining("perform: dynamodb:GetRecords on resource: " + STREAM);
  }

  @Test
  void aMappingWhoseRoleMayNotTellOfFailuresIsNotMade() {
    authority.deny("sqs:SendMessage");

    assertThatThrownBy(this::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perform: sqs:SendMessage on resource: " + QUEUE);
  }

  private void check() throws IOException {
    var stack = new FakeStack(FakeStack.freeNames(), TEMPLATE, List.of());
    new MappingRole(stack, authority.guard()).check(Mapping.of(stack.get("Mapping")));
  }
}
