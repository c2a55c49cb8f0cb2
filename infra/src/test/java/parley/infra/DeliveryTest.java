package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.infra.review.Plain;

class DeliveryTest {

  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w*(?:Filled|Late|Unsent|Undone|Undelivered|Lost))`");

  @Test
  void newEntriesAloneAreDeliveredAndAFailureIsNarrowedDownToOne() {
    var feed = Synthesized.DEMO.only("AWS::Lambda::EventSourceMapping");
    assertThat(Plain.text(feed.path("EventSourceArn"))).isEqualTo("${MessagesTable.StreamArn}");
    assertThat(Plain.text(feed.path("FunctionName"))).isEqualTo("${ConnectionsDeliverLive}");
    assertThat(feed.at("/FilterCriteria/Filters/0/Pattern").asText())
        .isEqualTo("{\"eventName\":[\"INSERT\"]}");
    assertThat(Plain.text(feed.path("FunctionResponseTypes"))).isEqualTo("ReportBatchItemFailures");
    assertThat(feed.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
    assertThat(feed.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(feed.path("MaximumRetryAttempts").asInt()).isPositive();
    assertThat(Plain.text(feed.at("/DestinationConfig/OnFailure/Destination")))
        .isEqualTo("${ConnectionsFeedFailed.Arn}");
  }

  @Test
  void theArchiveTriesForAlmostAsLongAsTheStreamHasIt() {
    var feed =
        Synthesized.FULL.all("AWS::Lambda::EventSourceMapping").values().stream()
            .filter(one -> Plain.text(one.path("EventSourceArn")).equals("${StreamEvents.Arn}"))
            .findFirst()
            .orElseThrow();
    assertThat(feed.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
    assertThat(feed.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(167 * 3600);
    assertThat(feed.path("BatchSize").asInt()).isEqualTo(10_000);
  }

  @Test
  void anAlarmTellsOfWhatIsGivenUpLateUnsentOrFailing() {
    var metrics = new TreeMap<String, String>();
    Synthesized.DEMO
        .all("AWS::CloudWatch::Alarm")
        .forEach(
            (id, alarm) ->
                metrics.put(
                    Plain.name(id),
                    "%s of %s above %d"
                        .formatted(
                            alarm.path("MetricName").asText(),
                            Plain.text(alarm.at("/Dimensions/0/Value")),
                            alarm.path("Threshold").asLong())));
    assertThat(metrics)
        .isEqualTo(
            Map.of(
                "ConnectionsFeedFailedFilled",
                "ApproximateNumberOfMessagesVisible of ${ConnectionsFeedFailed.QueueName} above 0",
                "ConnectionsFeedLate",
                "IteratorAge of ${ConnectionsDeliverFunction} above 60000",
                "MessagesUnsent",
                "Errors of ${MessagesSendMessageFunction} above 0",
                "RestFailing",
                "5XXError of ${AWS::StackName} above 5"));
  }

  @Test
  void everyAlarmTellsATopicToWhichAnAddressSubscribesWhereOneIsSet() {
    assertThat(ofTheWatch(Synthesized.DEMO, "AWS::SNS::Subscription")).isEmpty();
    Synthesized.DEMO
        .all("AWS::CloudWatch::Alarm")
        .forEach(
            (id, alarm) ->
                assertThat(Plain.text(alarm.path("AlarmActions")))
                    .as(id)
                    .isEqualTo("${WatchTopic}"));
    var allowed =
        ofTheWatch(Synthesized.FULL, "AWS::SNS::TopicPolicy")
            .getFirst()
            .at("/PolicyDocument/Statement")
            .valueStream()
            .filter(statement -> statement.path("Effect").asText().equals("Allow"))
            .toList();
    assertThat(allowed).hasSize(1);
    assertThat(allowed.getFirst().at("/Principal/Service").asText())
        .isEqualTo("cloudwatch.amazonaws.com");
    assertThat(Plain.text(allowed.getFirst().at("/Condition/StringEquals/aws:SourceAccount")))
        .isEqualTo("${AWS::AccountId}");
    assertThat(ofTheWatch(Synthesized.FULL, "AWS::SNS::Subscription"))
        .extracting(subscription -> subscription.path("Endpoint").asText())
        .containsExactly("ops@example.com");
  }

  /** By its name whoever is on call finds the page that says what to do. */
  @Test
  void everyAlarmThatAPageNamesIsThere() throws IOException {
    var there =
        Synthesized.FULL.all("AWS::CloudWatch::Alarm").keySet().stream().map(Plain::name).toList();
    var named = new TreeSet<String>();
    try (var pages = Files.walk(Path.of("../docs"))) {
      for (var page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
        NAMED.matcher(Files.readString(page)).results().forEach(name -> named.add(name.group(1)));
      }
    }
    assertThat(named).hasSizeGreaterThan(10).isSubsetOf(there);
  }

  /** Add-ons may have topics of their own. */
  private static List<JsonNode> ofTheWatch(Synthesized stack, String type) {
    return stack.all(type).entrySet().stream()
        .filter(resource -> resource.getKey().startsWith("Watch"))
        .map(Map.Entry::getValue)
        .toList();
  }
}
