package parley.infra.addons.stream;

import java.util.List;
import java.util.Optional;
import parley.addons.stream.ArchiveHandler;
import parley.addons.stream.StreamWiring;
import parley.infra.addons.Services;
import parley.infra.events.Events;
import parley.infra.platform.DeadLetters;
import parley.infra.platform.Functions;
import parley.infra.platform.NativeCall;
import parley.infra.platform.OwnRole;
import parley.infra.platform.PrivateBucket;
import parley.infra.platform.Rest;
import parley.infra.platform.Source;
import parley.infra.platform.StreamFeed;
import parley.infra.platform.Watch;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.CfnRule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.events.CfnRule.KinesisParametersProperty;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/**
 * Clients' events: two routes that put them into a stream, and where wanted a function that
 * archives it.
 *
 * <p>The stream is a way and no store, and goes with the add-on; the archive's bucket stays.
 */
final class Stream extends Construct {

  /** Lambda's most: a shard's share of a second would otherwise be many small objects. */
  private static final int LARGEST_BATCH = 10_000;

  private final software.amazon.awscdk.services.kinesis.Stream stream;

  Stream(Construct scope, String id, StreamSettings settings, Services services) {
    super(scope, id);
    var kept = Duration.hours(settings.retentionHours());
    stream =
        software.amazon.awscdk.services.kinesis.Stream.Builder.create(this, "Events")
            .streamMode(StreamMode.PROVISIONED)
            .shardCount(settings.shards())
            .retentionPeriod(kept)
            .encryption(StreamEncryption.MANAGED)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    take(services.on().rest());
    tell(services.watch());
    if (settings.entries()) {
      follow(services);
    }
    settings.archive().ifPresent(archive -> archive(archive, kept, services));
  }

  private void take(Rest rest) {
    var role = putting("Taking", "apigateway", "kinesis:PutRecord", "kinesis:PutRecords");
    var templates = new StreamTemplates(stream.getStreamName());
    rest.route(
        "POST",
        "/events",
        new NativeCall(
            "kinesis",
            "PutRecord",
            role,
            templates.event(),
            StreamTemplates.taken(),
            StreamTemplates.refusal()));
    rest.route(
        "POST",
        "/events/batch",
        new NativeCall(
            "kinesis",
            "PutRecords",
            role,
            templates.events(),
            StreamTemplates.takenOf(),
            StreamTemplates.refusal()));
  }

  /** A room's entries are in one shard; EventBridge may swap them on the way. */
  private void follow(Services services) {
    var failed = DeadLetters.queue(this, "EntriesFailed", services.on().data().keep());
    var target =
        TargetProperty.builder()
            .id("Stream")
            .arn(stream.getStreamArn())
            .roleArn(putting("Following", "events", "kinesis:PutRecord").getRoleArn())
            .inputPath("$.detail")
            .kinesisParameters(
                KinesisParametersProperty.builder().partitionKeyPath("$.detail.room").build())
            .deadLetterConfig(DeadLetterConfigProperty.builder().arn(failed.getQueueArn()).build())
            .build();
    Events.giveUpTo(failed, services.events().send(this, "Entries", List.of(), target));
    DeadLetters.tell(services.watch(), "entries were not put into the stream", failed);
  }

  /** A role by which a service of AWS puts records into the stream. */
  private Role putting(String id, String service, String... actions) {
    return new OwnRole(this, id, service).allow(List.of(actions), stream.getStreamArn()).role();
  }

  private void tell(Watch watch) {
    watch.over(
        this,
        "Refused",
        "events were not taken: one sender is too loud, or the shards are too few for all",
        stream.metric(
            "WriteProvisionedThroughputExceeded",
            MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()),
        0);
  }

  private void archive(ArchiveSettings settings, Duration kept, Services services) {
    var keep = services.on().data().keep();
    var archive = new Functions(this, "addons/stream", services.on()).working(ArchiveHandler.class);
    // It outlives the add-on, and the stack.
    var lasts = Optional.of(Duration.days(settings.days()));
    new PrivateBucket(this, "Archived", lasts, true)
        .allow(archive, StreamWiring.ARCHIVE_BUCKET, "s3:PutObject");
    new StreamFeed(this, "Feed", events(kept), archive, keep)
        .tell(services.watch(), "events that are to be archived");
  }

  /**
   * Of a whole stream, gathered a little, so that objects are not tiny; tried for almost as long as
   * the stream has it.
   */
  private Source events(Duration kept) {
    var reading =
        List.of(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards");
    return new Source(
        stream.getStreamArn(),
        reading,
        Optional.empty(),
        new Source.Batch(LARGEST_BATCH, Optional.of(Duration.seconds(15))),
        new Source.Patience(Source.Patience.ANY, kept.minus(Duration.hours(1))));
  }
}
