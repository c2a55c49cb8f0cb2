package parley.local.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;

class LogsApiTest extends LogsCase {

  @Test
  void groupsAreThoseOfTheTemplateAndThoseThatWereWrittenTo() throws Exception {
    assertThat(ask("DescribeLogGroups", "{}").path("logGroups").findValuesAsText("logGroupName"))
        .containsExactly(GROUP);

    write("Three", line(1, "a"));
    var groups = ask("DescribeLogGroups", "{}").path("logGroups");

    assertThat(groups.findValuesAsText("logGroupName"))
        .containsExactly("/aws/lambda/undeclared", GROUP);
    assertThat(groups.get(1).path("retentionInDays").asInt()).isEqualTo(7);
    assertThat(groups.get(1).path("arn").asText())
        .isEqualTo("arn:aws:logs:us-east-1:111122223333:log-group:%s:*", GROUP);
  }

  @Test
  void streamsAreThoseThatWereBegunPageByPage() throws Exception {
    assertThat(ask("DescribeLogStreams", "{'logGroupName': 'GROUP'}").path("logStreams")).isEmpty();

    write("One", line(1, "a"));
    write("Two", line(2, "b"));
    var first = ask("DescribeLogStreams", "{'logGroupName': 'GROUP', 'limit': 1}");
    var second =
        ask(
            "DescribeLogStreams",
            "{'logGroupName': 'GROUP', 'nextToken': '%s'}"
                .formatted(first.path("nextToken").asText()));

    assertThat(first.path("logStreams").findValuesAsText("logStreamName")).containsExactly("One");
    assertThat(second.path("logStreams").findValuesAsText("logStreamName")).containsExactly("Two");
    assertThat(second.has("nextToken")).isFalse();
  }

  @Test
  void aGroupIsAlsoNamedByItsArn() throws Exception {
    write("One", line(1, "a"));
    var input = "{'logGroupIdentifier': 'arn:aws:logs:us-east-1:111122223333:log-group:GROUP:*'}";

    assertThat(messages(ask("FilterLogEvents", input))).containsExactly("a");
  }

  @Test
  void eachCallNeedsItsOwnPermission() throws Unmapped {
    var input = "{'logGroupName': 'GROUP', 'logStreamName': 'One'}";

    assertThat(api().accesses(call("GetLogEvents", input)))
        .containsExactly(
            new Access(
                "logs:GetLogEvents",
                "arn:aws:logs:us-east-1:111122223333:log-group:%s:log-stream:One"
                    .formatted(GROUP)));
    assertThat(api().accesses(call("FilterLogEvents", input)))
        .containsExactly(
            new Access(
                "logs:FilterLogEvents",
                "arn:aws:logs:us-east-1:111122223333:log-group:%s:*".formatted(GROUP)));
  }

  @Test
  void whatIsNotImplementedIsMappedToNothingAndAnswersWhatIs() throws Exception {
    assertThatThrownBy(() -> api().accesses(call("PutLogEvents", "{}")))
        .isInstanceOf(Unmapped.class)
        .hasMessageContaining("logs's PutLogEvents");
    assertThat(ask("PutLogEvents", "{}").path("message").asText())
        .isEqualTo(
            "the twin does not implement PutLogEvents, only [DescribeLogGroups, DescribeLogStreams, FilterLogEvents, GetLogEvents]");
    assertThat(ask("DescribeLogGroups", "no JSON").path("__type").asText())
        .isEqualTo("SerializationException");
  }
}
