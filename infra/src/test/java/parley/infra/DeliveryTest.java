package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryTest {

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
  void somebodyHearsOfWhatWasGivenUpWhereAnAddressIsSet() {
    assertThat(Synthesized.DEMO.only("AWS::CloudWatch::Alarm").has("AlarmActions")).isFalse();
    assertThat(Plain.text(Synthesized.FULL.only("AWS::CloudWatch::Alarm").path("AlarmActions")))
        .isEqualTo("${WatchTopic}");
    assertThat(Synthesized.FULL.only("AWS::SNS::Subscription").path("Endpoint").asText())
        .isEqualTo("ops@example.com");
  }
}
